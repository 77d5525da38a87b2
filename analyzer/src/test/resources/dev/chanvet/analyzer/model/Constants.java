import dev.chanvet.runtime.Channel;
import java.util.HashMap;
import java.util.Map;

/** All that can wait is in the functions that a class keeps. */
class Constants {
  interface Command {
    void run(Channel<String> letters) throws InterruptedException;
  }

  private static final Command POST = letters -> letters.send("late"); // stuck

  public static void main(String[] args) throws InterruptedException {
    POST.run(Channel.make());
  }
}

class Table {
  private static final Map<String, Constants.Command> COMMANDS = new HashMap<>();

  static {
    COMMANDS.put("fetch", letters -> letters.receive()); // stuck
  }

  public static void main(String[] args) throws InterruptedException {
    COMMANDS.get("fetch").run(Channel.make());
  }
}
