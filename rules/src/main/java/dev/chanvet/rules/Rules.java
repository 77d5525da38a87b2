package dev.chanvet.rules;

import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.blocking.CircularWait;
import dev.chanvet.rules.blocking.NilChannelOperation;
import dev.chanvet.rules.blocking.SelfDeadlock;
import dev.chanvet.rules.closing.CloseByReceiver;
import dev.chanvet.rules.closing.DoubleClose;
import dev.chanvet.rules.closing.SendAfterClose;
import dev.chanvet.rules.leaking.DroppedChannel;
import dev.chanvet.rules.leaking.IgnoredOffer;
import dev.chanvet.rules.leaking.LeakedReceiver;
import dev.chanvet.rules.leaking.LeakedSender;
import dev.chanvet.rules.leaking.LostCancel;
import dev.chanvet.rules.leaking.UnguardedPeer;
import dev.chanvet.rules.queueing.QueueInOneGoroutine;
import dev.chanvet.rules.receiving.UncheckedClosedReceive;
import dev.chanvet.rules.selecting.BusySelect;
import dev.chanvet.rules.selecting.NilSelectArm;
import dev.chanvet.rules.sharing.UseAfterSend;
import dev.chanvet.rules.starting.GoroutineNeverStarted;
import dev.chanvet.rules.timing.TimerInLoop;
import dev.chanvet.rules.typing.WideChannelType;
import dev.chanvet.rules.waiting.MissedSignal;
import dev.chanvet.rules.waiting.UnbalancedWaitGroup;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The registry: every rule there is. */
public final class Rules {
  private static final List<Rule> ALL =
      Stream.of(
              new BusySelect(),
              new CircularWait(),
              new CloseByReceiver(),
              new DoubleClose(),
              new DroppedChannel(),
              new GoroutineNeverStarted(),
              new IgnoredOffer(),
              new LeakedReceiver(),
              new LeakedSender(),
              new LostCancel(),
              new MissedSignal(),
              new NilChannelOperation(),
              new NilSelectArm(),
              new QueueInOneGoroutine(),
              new SelfDeadlock(),
              new SendAfterClose(),
              new TimerInLoop(),
              new UnbalancedWaitGroup(),
              new UncheckedClosedReceive(),
              new UnguardedPeer(),
              new UseAfterSend(),
              new WideChannelType())
          .sorted(Comparator.comparing(Rule::info))
          .toList();

  private Rules() {}

  /** All rules, by their ids. */
  public static List<Rule> all() {
    return ALL;
  }
}
