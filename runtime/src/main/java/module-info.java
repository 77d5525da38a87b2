/** Go's channels, goroutines and select for Java. Nothing but the JDK is needed at run time. */
module dev.chanvet.runtime {
  requires static jdk.jfr;
  requires static jdk.management;
  requires static jdk.unsupported;
  requires static org.jspecify;
  requires static org.junit.jupiter.api;

  exports dev.chanvet.runtime;
  exports dev.chanvet.runtime.junit;
}
