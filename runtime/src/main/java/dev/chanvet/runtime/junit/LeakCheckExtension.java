package dev.chanvet.runtime.junit;

import dev.chanvet.runtime.LeakCheck;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails each test that leaves goroutines behind, with their dump:
 *
 * <pre>{@code
 * @ExtendWith(LeakCheckExtension.class)
 * class PipelineTest { ... }
 * }</pre>
 *
 * <p>What {@code @BeforeEach} methods of the test class start counts as the test's; what
 * {@code @AfterEach} methods end does not leak.
 */
public final class LeakCheckExtension implements BeforeEachCallback, AfterEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(LeakCheckExtension.class);

  /** Made by JUnit. */
  public LeakCheckExtension() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(NAMESPACE).put(LeakCheck.class, LeakCheck.start());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    LeakCheck check = context.getStore(NAMESPACE).remove(LeakCheck.class, LeakCheck.class);
    if (check != null) {
      check.close();
    }
  }
}
