/** Go-style channels, select and goroutines on virtual threads. */
module dev.chanvet.runtime {
  requires static org.jspecify;

  exports dev.chanvet.runtime;
}
