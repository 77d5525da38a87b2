import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.Go;

/** The length of an array from outside is unknown, but always the same. */
class Lengths {
  public static void main(String[] args) throws InterruptedException {
    Channel<Integer> odd = Channel.make();
    Channel<Integer> even = Channel.make();
    Go.go(() -> (args.length % 2 == 0 ? even : odd).receive());
    (args.length % 2 == 0 ? even : odd).send(args.length);
  }

  static void anArrayIsAsLongAsItWas(String[] words) {
    if (words.length == 1) {
      int turns = 0;
      for (String word : words) {
        turns++;
      }
      if (turns == 1) {
        Channel.nil().close(); // reached
      }
      if (turns != 1) {
        Channel.nil().close();
      }
    }
  }

  static void soIsALongOne(String[] words) {
    if (words.length > 4) {
      int turns = 0;
      for (String word : words) {
        turns++;
      }
      if (turns > 4) {
        Channel.nil().close(); // reached
      }
      if (turns <= 4) {
        Channel.nil().close();
      }
    }
  }

  static void aLoopMayBeLong(String[] words) {
    for (int i = 0; i < words.length; i++) {
      if (i == 2) {
        Channel.nil().close(); // reached
      }
    }
  }
}
