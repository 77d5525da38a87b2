import dev.chanvet.runtime.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class Prepared {
  protected static Channel<String> once;
  protected Channel<String> letters;

  @BeforeAll
  static void prepare() {
    once = Channel.make(1);
  }

  @BeforeEach
  void open() {
    letters = Channel.make(1);
  }

  @BeforeEach
  void overridden() {
    Channel.nil().close();
  }
}

class TestMethods extends Prepared {
  @BeforeEach
  void overridden() throws InterruptedException {
    letters.send("first");
    once.send("first");
  }

  @AfterEach
  void count() {
    if (letters.size() == 0) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void whatIsPreparedIsThere() throws InterruptedException {
    letters.receive();
    once.receive();
  }

  @Test
  void andFillsTheBuffer() throws InterruptedException {
    letters.send("second"); // stuck
  }
}
