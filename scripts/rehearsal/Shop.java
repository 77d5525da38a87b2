package shop;

import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.Go;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A little of everything that programs do: what the launcher analyses once, beside the warm-up, to
 * learn which classes it needs.
 */
public class Shop {
  enum Kind {
    BOOK,
    TOY
  }

  record Order(int number, Kind kind, String note) {
    Order {
      Objects.requireNonNull(kind);
    }

    boolean isFree() {
      return number % 7 == 0 || "gift".equals(note);
    }
  }

  sealed interface Answer permits Shipped, Refused {}

  record Shipped(Order order) implements Answer {}

  record Refused(Order order, String why) implements Answer {}

  private final Map<Integer, Order> open = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicInteger count = new AtomicInteger();
  private static int limit = 10;

  static String describe(Answer answer) {
    return switch (answer) {
      case Shipped shipped -> "shipped " + shipped.order().number();
      case Refused(Order order, String why) -> "refused " + order.number() + ": " + why;
    };
  }

  int weight(Kind kind, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] < 0) {
        continue;
      }
      sum += kind == Kind.TOY ? weights[i] * 2 : weights[i];
    }
    int rest = sum;
    do {
      rest -= limit;
    } while (rest > limit);
    switch (kind) {
      case BOOK:
        return rest;
      default:
        break;
    }
    return sum;
  }

  void take(Order order) {
    lock.lock();
    try {
      open.put(order.number(), order);
      count.incrementAndGet();
    } finally {
      lock.unlock();
    }
    synchronized (log) {
      log.add("took " + order);
    }
  }

  Optional<Order> find(int number) {
    return open.values().stream().filter(order -> order.number() == number).findFirst();
  }

  void work(BlockingQueue<Order> orders, CountDownLatch done) {
    try {
      for (Order order = orders.take(); order.number() != 0; order = orders.take()) {
        if (!order.isFree()) {
          take(order);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      done.countDown();
    }
  }

  public static void main(String[] args) throws Exception {
    Shop shop = new Shop();
    BlockingQueue<Order> orders = new LinkedBlockingQueue<>(2);
    CountDownLatch done = new CountDownLatch(2);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++) {
        pool.submit(() -> shop.work(orders, done));
      }
      orders.put(new Order(1, Kind.BOOK, "first"));
      orders.put(new Order(0, Kind.TOY, null));
      done.await(1, TimeUnit.SECONDS);
    }
    CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> describe(new Shipped(new Order(2, Kind.TOY, ""))));
    System.out.println(later.thenApply(String::length).join());
    Thread thread = new Thread(() -> shop.find(1).ifPresent(System.out::println));
    thread.start();
    thread.join();
    Channel<Integer> numbers = Channel.make(1);
    Channel<Integer> answers = Channel.make();
    Go.go(
        () -> {
          for (int number : numbers) {
            answers.send(number * 2);
          }
        });
    numbers.send(1);
    numbers.send(2);
    System.out.println(answers.receive());
  }
}
