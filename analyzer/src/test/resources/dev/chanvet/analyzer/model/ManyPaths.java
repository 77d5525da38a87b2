import dev.chanvet.runtime.Channel;
import java.util.Random;

/** Exponentially many paths that come to two states. */
final class ManyPaths {
  static void options(Random random) throws InterruptedException {
    Channel<String> words = Channel.make(1);
    String word = "none";
    if (random.nextBoolean()) {
      word = "one";
    }
    if (random.nextBoolean()) {
      word = null;
    }
    if (random.nextBoolean()) {
      word = "three";
    }
    if (random.nextBoolean()) {
      word = "four";
    }
    if (random.nextBoolean()) {
      word = null;
    }
    if (random.nextBoolean()) {
      word = "six";
    }
    if (random.nextBoolean()) {
      word = "seven";
    }
    if (random.nextBoolean()) {
      word = null;
    }
    if (random.nextBoolean()) {
      word = "nine";
    }
    if (random.nextBoolean()) {
      word = "ten";
    }
    if (random.nextBoolean()) {
      word = null;
    }
    if (random.nextBoolean()) {
      word = "twelve";
    }
    if (word == null) {
      Channel.<String>nil().close(); // reached
    }
    words.send("word");
    words.receive();
    words.receive(); // stuck
  }
}
