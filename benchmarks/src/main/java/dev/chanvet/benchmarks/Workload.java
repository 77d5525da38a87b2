package dev.chanvet.benchmarks;

/** What is measured. The sizes are those of the Go and the Kotlin side, too. */
enum Workload {
  /** A value through 100,000 goroutines in a chain of unbuffered channels. */
  S1(100_000, 0, 1),
  /** 1,000 integers through 100,000 goroutines in a chain of channels of capacity 1,000. */
  S2(100_000, 1_000, 1_000),
  /** As S2 with strings of 44 bytes. */
  S3(100_000, 1_000, 1_000),
  /** 10,000 strings of 44 bytes through 10,000 goroutines. */
  S4(10_000, 10_000, 10_000),
  /** Two goroutines that answer each other over unbuffered channels. */
  PING_PONG(2, 0, 300_000),
  /** One sender, one receiver. */
  SPSC_16(2, 16, 3_000_000),
  SPSC_100(2, 100, 3_000_000),
  SPSC_1000(2, 1_000, 3_000_000),
  /** Four senders, four receivers. */
  MPMC(8, 64, 2_000_000),
  /** A hundred senders, one receiver. */
  FAN_IN(101, 16, 2_000_000),
  /** A goroutine that selects over unbuffered channels with a sender each. */
  SELECT_2(2, 0, 300_000),
  SELECT_10(10, 0, 300_000),
  /** A million goroutines that end at once, and a wait for all. */
  SPAWN(1_000_000, 0, 1);

  final int goroutines;
  final int capacity;
  final int messages;

  Workload(int goroutines, int capacity, int messages) {
    this.goroutines = goroutines;
    this.capacity = capacity;
    this.messages = messages;
  }

  /** The values of S3 and S4. */
  static String text(int i) {
    return "%044d".formatted(i);
  }

  /** Fails if a workload did not do what it should. */
  static void expect(long expected, long got) {
    if (expected != got) {
      throw new AssertionError("expected " + expected + ", got " + got);
    }
  }
}
