package java.lang;

import dev.chanvet.model.Machine;

/** The virtual machine. Kept: its end, what runs at its end. Lost: processors other than two. */
public class Runtime {
  private static final Runtime CURRENT = new Runtime();

  private Runtime() {}

  public static Runtime getRuntime() {
    return CURRENT;
  }

  public int availableProcessors() {
    return 2;
  }

  public void addShutdownHook(Thread hook) {
    Machine.spawnTimer(hook::run);
  }

  public void exit(int status) {
    Machine.exit();
  }

  public void halt(int status) {
    Machine.exit();
  }
}
