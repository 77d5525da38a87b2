package dev.chanvet.benchmarks;

/** A library of channels, or what stands for one. */
interface Peer {

  /**
   * Runs {@code workload} once; returns false if the peer has no such thing (java.util.concurrent
   * has no select).
   */
  boolean run(Workload workload) throws Exception;

  /** Returns the peer of this name. */
  static Peer of(String name) {
    return switch (name) {
      case "chanvet" -> new ChanvetPeer();
      case "juc" -> new JucPeer();
      case "jox" -> new JoxPeer();
      case "kotlin" -> new KotlinPeer();
      default -> throw new IllegalArgumentException("no such peer: " + name);
    };
  }
}
