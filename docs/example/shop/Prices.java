package shop;

import static dev.chanvet.runtime.Go.go;

import dev.chanvet.runtime.Channel;
import java.util.List;

/** Asks several dealers for the price of a thing. */
public final class Prices {
  private final List<String> dealers;

  public Prices(List<String> dealers) {
    this.dealers = List.copyOf(dealers);
  }

  /** The price of the dealer who answers first. */
  public int first(String thing) {
    Channel<Integer> answers = Channel.make();
    for (String dealer : dealers) {
      go(() -> answers.send(ask(dealer, thing)));
    }
    return answers.receive();
  }

  private static int ask(String dealer, String thing) {
    return dealer.length() * thing.length();
  }
}
