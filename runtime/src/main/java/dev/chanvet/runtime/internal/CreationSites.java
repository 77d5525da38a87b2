package dev.chanvet.runtime.internal;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where goroutines are started, by the class of what they run. Each lambda expression has its own
 * class, so for {@code go(() -> ...)} this is the place of that {@code go}; the stack is walked
 * once for each such class, not for each goroutine.
 */
final class CreationSites {
  private static final String RUNTIME = "dev.chanvet.runtime.";

  /** The public classes whose frames may stand between a user and the inside. */
  private static final Set<String> PUBLIC =
      Set.of(
          "Go", "WaitGroup", "ErrorGroup", "Flows", "Once", "ReceiveChannel", "Select", "Signals");

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

  /** Whether a frame of this class belongs to the runtime and not to its user. */
  static boolean isRuntime(String className) {
    if (!className.startsWith(RUNTIME)) {
      return false;
    }
    int dollar = className.indexOf('$');
    String outermost =
        className.substring(RUNTIME.length(), dollar < 0 ? className.length() : dollar);
    return outermost.startsWith("internal.") && !outermost.endsWith("Test")
        || PUBLIC.contains(outermost);
  }
}
