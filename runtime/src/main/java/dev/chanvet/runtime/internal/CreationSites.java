package dev.chanvet.runtime.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where goroutines are started, by the class of what they run. Each lambda expression has its own
 * class, so for {@code go(() -> ...)} this is the place of that {@code go}; the stack is walked
 * once for each such class, not for each goroutine.
 */
final class CreationSites {
  private static final String RUNTIME = "dev.chanvet.runtime.";

  private static final ClassValue<AtomicReference<@Nullable StackTraceElement>> SITES =
      new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable StackTraceElement> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  private CreationSites() {}

  /**
   * Notes the caller outside of the runtime as the place that starts bodies of {@code bodyClass},
   * if none is known.
   */
  static void note(Class<?> bodyClass) {
    AtomicReference<@Nullable StackTraceElement> site = SITES.get(bodyClass);
    if (site.get() == null) {
      Optional<StackTraceElement> caller =
          StackWalker.getInstance()
              .walk(frames ->
                  frames
                      .filter(frame -> !isRuntime(frame.getClassName()))
                      .findFirst()
                      .map(StackWalker.StackFrame::toStackTraceElement));
      site.compareAndSet(null, caller.orElse(null));
    }
  }

  static @Nullable StackTraceElement of(Class<?> bodyClass) {
    return SITES.get(bodyClass).get();
  }

  /**
   * Whether a frame of {@code className} belongs to the runtime and not to its user (a test of it
   * is a user).
   */
  static boolean isRuntime(String className) {
    if (!className.startsWith(RUNTIME)) {
      return false;
    }
    String rest = className.substring(RUNTIME.length());
    return rest.startsWith("internal.") || PUBLIC.contains(outermost(rest));
  }

  private static final java.util.Set<String> PUBLIC =
      java.util.Set.of(
          "Go",
          "WaitGroup",
          "ErrorGroup",
          "Flows",
          "Context",
          "Once",
          "Timer",
          "Ticker",
          "Timers",
          "Select",
          "Signals",
          "ReceiveChannel",
          "SendChannel",
          "Goroutine");

  private static String outermost(String name) {
    int dollar = name.indexOf('$');
    return dollar < 0 ? name : name.substring(0, dollar);
  }
}
