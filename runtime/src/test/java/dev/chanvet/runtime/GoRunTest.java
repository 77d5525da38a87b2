package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GoRunTest {

  @Test
  void runsMainAndWhatItStarts() {
    List<Integer> got = new ArrayList<>();
    Go.run(() -> {
      Channel<Integer> squares = Channel.make();
      go(() -> {
        for (int i = 1; i <= 3; i++) {
          squares.send(i * i);
        }
        squares.close();
      });
      for (int square : squares) {
        got.add(square);
      }
    });
    assertThat(got).containsExactly(1, 4, 9);
  }

  @Test
  void aDeadlockIsToldAsGoTellsIt() {
    assertThatThrownBy(() ->
            Go.run(() -> {
              Channel<Integer> ch = Channel.make();
              ch.send(1);
            }))
        .isInstanceOf(DeadlockException.class)
        .hasMessageStartingWith(
            "all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan send]:\n")
        .hasMessageContaining("GoRunTest.java:");
  }

  @Test
  void anExceptionOfAnotherGoroutineNamesIt() {
    assertThatThrownBy(() ->
            Go.run(() -> {
              go(
                  "broken",
                  () -> {
                    throw new IllegalStateException("boom");
                  });
              Channel.nil().receive();
            }))
        .isInstanceOf(GoroutineException.class)
        .hasMessageContaining("goroutine 2 \"broken\"")
        .hasRootCauseMessage("boom");
  }

  @Test
  void anExceptionOfMainComesAsItIs() {
    Channel<Integer> ch = Channel.make();
    ch.close();
    assertThatThrownBy(() -> Go.run(() -> ch.send(1)))
        .isInstanceOf(ChannelClosedException.class)
        .hasMessage("send on closed channel");
  }

  @Test
  void aThreadWithTheHandlerOfAGoroutineIsNoGoroutine() {
    AtomicReference<Goroutine> current = new AtomicReference<>();
    Go.run(() -> {
      current.set(Go.current());
      Thread.Builder.OfVirtual like =
          Thread.ofVirtual()
              .uncaughtExceptionHandler(Thread.currentThread().getUncaughtExceptionHandler());
      like.start(() -> current.set(Go.current())).join();
    });
    assertThat(current).hasNullValue();
  }
}
