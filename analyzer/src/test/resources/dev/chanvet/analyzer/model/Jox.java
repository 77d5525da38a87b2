import static com.softwaremill.jox.Select.defaultClause;
import static com.softwaremill.jox.Select.select;
import static com.softwaremill.jox.Select.selectOrClosed;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.ChannelClosedException;
import com.softwaremill.jox.ChannelDone;
import com.softwaremill.jox.ChannelError;
import com.softwaremill.jox.ChannelErrorException;
import org.junit.jupiter.api.Test;

class Jox {
  static void reached() {}

  @Test
  void aRendezvousNeedsTwo() throws Exception {
    Channel<Integer> channel = Channel.newRendezvousChannel();
    channel.send(1); // stuck
  }

  @Test
  void aBufferHoldsSoMany() throws Exception {
    Channel<Integer> channel = Channel.newBufferedChannel(1);
    channel.send(1);
    channel.send(2); // stuck
  }

  @Test
  void anUnlimitedChannelNeverBlocksASender() throws Exception {
    Channel<Integer> channel = Channel.newUnlimitedChannel();
    channel.send(1);
    channel.send(2);
    if (channel.receive() == 1) {
      dev.chanvet.runtime.Channel.nil().close(); // reached
    }
  }

  @Test
  void whatIsBufferedIsDeliveredAfterDone() throws Exception {
    Channel<Integer> channel = Channel.newBufferedChannel(2);
    channel.send(1);
    channel.done();
    if (channel.receive() == 1 && channel.receiveOrClosed() instanceof ChannelDone) {
      try {
        channel.receive();
      } catch (ChannelClosedException e) {
        dev.chanvet.runtime.Channel.nil().close(); // reached
      }
    }
  }

  @Test
  void whatIsBufferedIsDroppedAfterAnError() throws Exception {
    Channel<Integer> channel = Channel.newBufferedChannel(2);
    channel.send(1);
    channel.error(new RuntimeException());
    try {
      channel.receive();
      dev.chanvet.runtime.Channel.nil().close();
    } catch (ChannelErrorException e) {
      dev.chanvet.runtime.Channel.nil().close(); // reached
    }
  }

  @Test
  void aChannelIsClosedOnce() {
    Channel<Integer> channel = Channel.newRendezvousChannel();
    channel.done();
    try {
      channel.done();
      dev.chanvet.runtime.Channel.nil().close();
    } catch (ChannelClosedException e) {
      dev.chanvet.runtime.Channel.nil().close(); // reached
    }
  }

  @Test
  void aSendUnderWayIsReceivedAfterDone() throws Exception {
    Channel<Integer> channel = Channel.newRendezvousChannel();
    Thread.startVirtualThread(() -> {
      try {
        channel.send(1);
      } catch (ChannelClosedException e) {
        dev.chanvet.runtime.Channel.nil().close(); // reached
      } catch (InterruptedException e) {
        dev.chanvet.runtime.Channel.nil().close();
      }
    });
    channel.done();
    if (channel.receiveOrClosed() instanceof ChannelDone) {
      dev.chanvet.runtime.Channel.nil().close(); // reached
    } else {
      dev.chanvet.runtime.Channel.nil().close(); // reached
    }
  }

  @Test
  void anErrorWakesASender() throws Exception {
    Channel<Integer> channel = Channel.newRendezvousChannel();
    Thread.startVirtualThread(() -> {
      try {
        if (channel.sendOrClosed(1) instanceof ChannelError) {
          dev.chanvet.runtime.Channel.nil().close(); // reached
        } else {
          dev.chanvet.runtime.Channel.nil().close();
        }
      } catch (InterruptedException e) {
        dev.chanvet.runtime.Channel.nil().close();
      }
    });
    channel.error(new RuntimeException());
  }

  @Test
  void aLoopEndsWhenDone() throws Exception {
    Channel<Integer> channel = Channel.newRendezvousChannel();
    Thread.startVirtualThread(() -> {
      try {
        channel.send(1);
        channel.done();
      } catch (InterruptedException e) {
        dev.chanvet.runtime.Channel.nil().close();
      }
    });
    if (channel.toList().size() == 1) {
      dev.chanvet.runtime.Channel.nil().close(); // reached
    } else {
      dev.chanvet.runtime.Channel.nil().close();
    }
  }

  @Test
  void aLoopWaitsUntilDone() throws Exception {
    Channel<Integer> channel = Channel.newBufferedDefaultChannel();
    channel.send(1);
    channel.forEach(x -> reached()); // stuck
  }

  @Test
  void aSelectTakesWhatIsReady() throws Exception {
    Channel<Integer> in = Channel.newBufferedChannel(1);
    Channel<Integer> out = Channel.newBufferedChannel(1);
    out.send(1);
    in.send(2);
    int result = select(in.receiveClause(x -> x + 1), out.sendClause(3, () -> 4));
    if (result == 3) {
      dev.chanvet.runtime.Channel.nil().close(); // reached
    } else {
      dev.chanvet.runtime.Channel.nil().close();
    }
  }

  @Test
  void aSelectMayHaveADefault() throws Exception {
    Channel<Integer> in = Channel.newRendezvousChannel();
    if (select(in.receiveClause(), defaultClause(7)) == 7) {
      select(in.receiveClause()); // stuck
    }
  }

  @Test
  void aSelectSeesTheEnd() throws Exception {
    Channel<Integer> in = Channel.newRendezvousChannel();
    in.done();
    if (selectOrClosed(in.receiveClause()) instanceof ChannelDone) {
      dev.chanvet.runtime.Channel.nil().close(); // reached
    }
  }
}
