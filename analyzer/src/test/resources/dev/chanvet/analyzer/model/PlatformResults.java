import dev.chanvet.runtime.Channel;

/** Overloads between which only the type decides that a method of the JDK returns. */
final class PlatformResults {
  static void start(Class<?> type) throws InterruptedException {
    Channel<String> log = Channel.make();
    tell(log, type);
  }

  private static void tell(Channel<String> log, Class<?> type) throws InterruptedException {
    tell(log, type.getSimpleName());
  }

  private static void tell(Channel<String> log, String name) throws InterruptedException {
    log.send(name); // stuck
  }
}
