package shop;

import static dev.chanvet.runtime.Go.go;

import dev.chanvet.runtime.Channel;
import java.util.ArrayDeque;
import java.util.Deque;

/** Packs orders until there are no more. */
public final class Orders {
  private final Channel<String> incoming = Channel.make(8);
  private final Deque<String> packed = new ArrayDeque<>();

  public void pack(int count) {
    go(() -> {
      for (int i = 0; i < count; i++) {
        incoming.send("order " + i);
      }
      incoming.close();
    });
    while (packed.size() < 100) {
      String order = incoming.receive();
      packed.add(order.trim());
    }
  }

  public String label(String order) {
    Channel<String> label = Channel.make();
    label.send("To: " + order);
    return label.receive();
  }

  public static void stop() {
    Channel<Void> done = Channel.make();
    done.close();
    // chanvet:allow double-close - shows what an allowed finding looks like
    done.close();
  }
}
