package dev.chanvet.analyzer.ir;

import java.util.List;
import java.util.Set;

/**
 * A package in which there are types that goroutines meet at.
 *
 * @param packageName the package: {@code dev.chanvet.runtime}
 * @param types parts of the names of those types; empty if the package is about nothing else
 */
public record ChannelApi(String packageName, Set<String> types) {
  /**
   * The APIs that there are models of. {@code BlockingQueue} stands for all classes named after it.
   * Atomics and concurrent collections are left out: nothing is handed over there, and nearly every
   * file of a large program uses one.
   */
  public static final List<ChannelApi> KNOWN =
      List.of(
          new ChannelApi("dev.chanvet.runtime", Set.of()),
          new ChannelApi("com.softwaremill.jox", Set.of()),
          new ChannelApi(
              "java.util.concurrent",
              Set.of(
                  "BlockingDeque",
                  "BlockingQueue",
                  "CompletableFuture",
                  "CompletionService",
                  "CountDownLatch",
                  "CyclicBarrier",
                  "DelayQueue",
                  "Exchanger",
                  "Executor",
                  "ForkJoinPool",
                  "FutureTask",
                  "Phaser",
                  "Semaphore",
                  "StructuredTaskScope",
                  "SubmissionPublisher",
                  "SynchronousQueue",
                  "TransferQueue")),
          new ChannelApi("java.io", Set.of("PipedInputStream", "PipedOutputStream")));

  /**
   * Where goroutines wait for each other, too, but nothing is handed over: a file that uses one is
   * looked at, and judged where a program, a test or a thread begins. Threads and monitors need no
   * import: of no package, the words that start a thread or wake one that waits.
   */
  public static final List<ChannelApi> BESIDE =
      List.of(
          new ChannelApi(
              "java.util.concurrent.locks",
              Set.of("Condition", "ReadWriteLock", "ReentrantLock", "StampedLock")),
          new ChannelApi(
              "",
              Set.of(
                  "new Thread(",
                  "extends Thread ",
                  "Thread.ofPlatform",
                  "Thread.ofVirtual",
                  "Thread.startVirtualThread",
                  " notify();",
                  "notifyAll();")));

  public ChannelApi {
    types = Set.copyOf(types);
  }

  /** Whether the package is about channels only, so that whoever uses it is of interest. */
  public boolean isWhole() {
    return types.isEmpty();
  }

  /** Whether a file with this text may use the API: a cheap look, which says yes too often. */
  public boolean isMentionedIn(String text) {
    return text.contains(packageName) && (isWhole() || types.stream().anyMatch(text::contains));
  }

  /** Whether the type, given by its qualified name, is one of the API's. */
  public boolean has(String type) {
    return type.startsWith(packageName + ".")
        && (isWhole() || types.stream().anyMatch(type.substring(packageName.length())::contains));
  }
}
