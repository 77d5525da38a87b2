import com.softwaremill.jox.Channel;
import com.softwaremill.jox.structured.Fork;
import com.softwaremill.jox.structured.JoxScopeExecutionException;
import com.softwaremill.jox.structured.Par;
import com.softwaremill.jox.structured.Scopes;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class JoxScopes {
  @Test
  void forksHaveResults() throws Exception {
    int sum =
        Scopes.supervised(scope -> {
          Fork<Integer> one = scope.fork(() -> 1);
          Fork<Integer> two = scope.forkUser(() -> 2);
          return one.join() + two.join();
        });
    if (sum == 3) {
      dev.chanvet.runtime.Channel.nil().close(); // reached
    }
  }

  @Test
  void aFailureInterruptsTheOthers() throws Exception {
    try {
      Scopes.supervised(scope -> {
        scope.fork(() -> {
          throw new IllegalArgumentException();
        });
        return Channel.<Integer>newRendezvousChannel().receive();
      });
      dev.chanvet.runtime.Channel.nil().close();
    } catch (JoxScopeExecutionException e) {
      dev.chanvet.runtime.Channel.nil().close(); // reached
    }
  }

  @Test
  void theEndOfTheBodyInterruptsForksThatAreNoUsers() throws Exception {
    Scopes.supervised(scope -> {
      scope.fork(() -> Channel.<Integer>newRendezvousChannel().receive());
      return null;
    });
    dev.chanvet.runtime.Channel.nil().close(); // reached
  }

  @Test
  void aUserForkIsWaitedFor() throws Exception {
    Scopes.supervised(scope -> { // stuck
      scope.forkUser(() -> Channel.<Integer>newRendezvousChannel().receive()); // stuck
      return null;
    });
  }

  @Test
  void anUnsupervisedFailureIsTheJoiners() throws Exception {
    Scopes.supervised(scope -> {
      Fork<Integer> fork =
          scope.forkUnsupervised(() -> {
            throw new IllegalStateException();
          });
      try {
        fork.join();
        dev.chanvet.runtime.Channel.nil().close();
      } catch (ExecutionException e) {
        dev.chanvet.runtime.Channel.nil().close(); // reached
      }
      return null;
    });
  }

  @Test
  void aCancelledForkIsInterrupted() throws Exception {
    Scopes.supervised(scope -> {
      var fork = scope.forkCancellable(() -> Channel.<Integer>newRendezvousChannel().receive());
      try {
        fork.cancel();
        dev.chanvet.runtime.Channel.nil().close();
      } catch (ExecutionException e) {
        dev.chanvet.runtime.Channel.nil().close(); // reached
      }
      return null;
    });
  }

  @Test
  void parWaitsForAll() throws Exception {
    List<Integer> all = Par.par(List.of(() -> 1, () -> 2));
    if (all.size() == 2) {
      dev.chanvet.runtime.Channel.nil().close(); // reached
    }
  }
}
