import dev.chanvet.runtime.Channel;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import org.junit.jupiter.api.Test;

class Scopes {
  @Test
  void allResultsAreThere() throws Exception {
    try (var scope = StructuredTaskScope.<Integer>open()) {
      var one = scope.fork(() -> 1);
      var two = scope.fork(() -> 2);
      scope.join();
      if (one.get() + two.get() == 3) {
        Channel.nil().close(); // reached
      }
    }
  }

  @Test
  void aFailureInterruptsTheOthers() throws Exception {
    try (var scope = StructuredTaskScope.<Integer>open()) {
      scope.fork(() -> {
        throw new IllegalArgumentException();
      });
      scope.fork(() -> Channel.<Integer>make().receive());
      try {
        scope.join();
        Channel.nil().close();
      } catch (RuntimeException e) {
        Channel.nil().close(); // reached
      }
    }
  }

  @Test
  void oneResultIsEnough() throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>anySuccessfulResultOrThrow())) {
      scope.fork(() -> Channel.<Integer>make().receive());
      scope.fork(() -> 2);
      int result = scope.join();
      if (result == 2) {
        Channel.nil().close(); // reached
      }
    }
  }

  @Test
  void aTaskThatNeverEndsKeepsItsScope() throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>awaitAll())) {
      scope.fork(() -> Channel.<Integer>make().receive()); // stuck
      scope.join(); // stuck
    }
  }
}
