/** Sums. */
module org.example.sum {
  requires dev.chanvet.runtime;

  exports org.example;
}
