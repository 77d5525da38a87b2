import dev.chanvet.runtime.Channel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Data {
  static void check(boolean right) throws InterruptedException {
    if (!right) {
      Channel.make().receive();
    }
  }

  @Test
  void listsHaveTheirElements() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    list.add(4);
    list.add(0, 0);
    check(list.size() == 5 && list.get(0) == 0 && list.indexOf(4) == 4);
    list.remove(Integer.valueOf(2));
    list.remove(0);
    check(list.equals(list) && list.get(1) == 3 && list.getLast() == 4);
    Iterator<Integer> all = list.iterator();
    while (all.hasNext()) {
      if (all.next() == 3) {
        all.remove();
      }
    }
    check(list.size() == 2 && list.subList(1, 2).get(0) == 4 && list.reversed().get(0) == 4);
    list.removeIf(x -> x == 1);
    Collections.addAll(list, 5, 6);
    list.set(0, 2);
    check(list.containsAll(Arrays.asList(2, 5, 6)));
    int sum = 0;
    for (int x : list) {
      sum += x;
    }
    check(sum == 13 && list.toArray().length == 3);
    Channel.nil().close(); // reached
  }

  @Test
  void dequesHaveTwoEnds() throws Exception {
    Deque<Integer> deque = new ArrayDeque<>();
    deque.push(1);
    deque.addLast(2);
    deque.offerFirst(0);
    check(deque.pop() == 0 && deque.pollLast() == 2 && deque.peek() == 1);
    check(deque.poll() == 1 && deque.poll() == null && deque.peekLast() == null);
    Channel.nil().close(); // reached
  }

  @Test
  void setsHaveNoTwoEqual() throws Exception {
    Set<String> set = new HashSet<>();
    check(set.add("a") && set.add("b") && !set.add("a") && set.size() == 2);
    check(set.remove("a") && !set.remove("a") && !set.contains("a"));
    Channel.nil().close(); // reached
  }

  @Test
  void mapsKeepValuesByKey() throws Exception {
    Map<String, Integer> map = new HashMap<>(Map.of("a", 1, "b", 2));
    check(map.put("a", 3) == 1 && map.get("a") == 3 && map.get("c") == null);
    check(map.putIfAbsent("c", 4) == null && map.putIfAbsent("c", 5) == 4);
    check(map.computeIfAbsent("d", k -> 6) == 6 && map.merge("d", 1, Integer::sum) == 7);
    check(map.remove("d") == 7 && map.remove("d") == null && map.getOrDefault("d", 8) == 8);
    map.values().removeIf(v -> v == 4);
    map.keySet().remove("b");
    check(map.size() == 1);
    for (Map.Entry<String, Integer> entry : map.entrySet()) {
      entry.setValue(entry.getValue() + 1);
    }
    map.forEach((k, v) -> map.replace(k, v + 1));
    check(map.get("a") == 5 && map.compute("a", (k, v) -> null) == null && map.isEmpty());
    check(new TreeMap<>(Map.of(1, 2)).firstEntry().getValue() == 2);
    Channel.nil().close(); // reached
  }

  @Test
  void aFunctionRunsOnceForAKey() throws Exception {
    Map<String, Channel<Integer>> map = new ConcurrentHashMap<>();
    Thread other =
        Thread.startVirtualThread(() -> map.computeIfAbsent("k", k -> Channel.make(2)).trySend(1));
    map.computeIfAbsent("k", k -> Channel.make(2)).trySend(2);
    other.join();
    check(map.get("k").size() == 2);
    Channel.nil().close(); // reached
  }

  @Test
  void whoRemovesItHasIt() throws Exception {
    Map<String, Channel<Integer>> map = new ConcurrentHashMap<>();
    Channel<Integer> channel = Channel.make();
    map.put("k", channel);
    Runnable close =
        () -> {
          Channel<Integer> mine = map.remove("k");
          if (mine != null) {
            mine.close();
          }
        };
    Thread.startVirtualThread(close);
    close.run();
    channel.receive();
    Channel.nil().close(); // reached
  }

  @Test
  void aLoopOverACopySeesNoChange() throws Exception {
    List<Integer> list = new CopyOnWriteArrayList<>(List.of(1, 2));
    for (int x : list) {
      list.add(x);
    }
    check(list.size() == 4);
    Channel.nil().close(); // reached
  }

  @Test
  void optionalsHaveAValueOrNone() throws Exception {
    check(Optional.of(1).map(x -> x + 1).filter(x -> x == 2).isPresent());
    check(Optional.<Integer>empty().or(() -> Optional.of(3)).orElse(4) == 3);
    check(Optional.ofNullable((Integer) null).map(x -> x + 1).orElseGet(() -> 5) == 5);
    Channel.nil().close(); // reached
  }

  @Test
  void streamsComputeTheirElements() throws Exception {
    check(IntStream.rangeClosed(1, 4).filter(i -> i % 2 == 0).sum() == 6);
    check(IntStream.range(0, 3).mapToObj(i -> "x" + i).toList().size() == 3);
    check(Stream.of(1, 2, 3).map(x -> x * 2).collect(Collectors.toList()).get(2) == 6);
    check(Stream.iterate(1, x -> x * 2).skip(1).limit(2).reduce(0, Integer::sum) == 6);
    check(Stream.of(List.of(1), List.of(2, 3)).flatMap(List::stream).count() == 3);
    check(List.of(5, 6).stream().anyMatch(x -> x == 6) && Stream.of(1).noneMatch(x -> x == 2));
    Map<Boolean, List<Integer>> parts =
        Stream.of(1, 2, 3).collect(Collectors.partitioningBy(x -> x > 1));
    check(parts.get(true).size() == 2 && parts.get(false).size() == 1);
    Map<Integer, Integer> byKey = Stream.of(1, 2).collect(Collectors.toMap(x -> x, x -> x + 1));
    check(byKey.get(2) == 3 && Arrays.stream(new int[] {4, 5}).boxed().findFirst().get() == 4);
    Channel.nil().close(); // reached
  }

  @Test
  void aStreamIsLazy() throws Exception {
    // The first element waits for one that only the second would send.
    Channel<Integer> channel = Channel.make();
    Stream.of(0, 1)
        .map(i ->
            i == 0
                ? Thread.startVirtualThread(() -> take(channel))
                : Thread.startVirtualThread(() -> give(channel)))
        .forEach(Data::join);
    Channel.nil().close();
  }

  static void take(Channel<Integer> channel) {
    try {
      channel.receive(); // stuck
    } catch (InterruptedException e) {
      Channel.nil().close();
    }
  }

  static void give(Channel<Integer> channel) {
    channel.trySend(1);
  }

  static void join(Thread thread) {
    try {
      thread.join(); // stuck
    } catch (InterruptedException e) {
      Channel.nil().close();
    }
  }

  @Test
  void aParallelStreamRunsAtOnce() {
    Channel<Integer> channel = Channel.make();
    List.of(0, 1).parallelStream().forEach(i -> meet(channel, i));
    Channel.nil().close(); // reached
  }

  static void meet(Channel<Integer> channel, int i) {
    try {
      if (i == 0) {
        channel.send(1);
      } else {
        channel.receive();
      }
    } catch (InterruptedException e) {
      Channel.nil().close();
    }
  }

  @Test
  void atomicsChangeInOneStep() throws Exception {
    AtomicInteger count = new AtomicInteger();
    Thread other = Thread.startVirtualThread(count::incrementAndGet);
    count.getAndIncrement();
    other.join();
    check(count.get() == 2 && count.updateAndGet(x -> x * 3) == 6 && count.getAndSet(1) == 6);
    AtomicBoolean flag = new AtomicBoolean();
    check(
        flag.compareAndSet(false, true)
            && !flag.compareAndSet(false, true)
            && flag.getAndSet(false));
    AtomicReference<String> name = new AtomicReference<>("a");
    check(name.getAndUpdate(n -> n) == "a" && name.accumulateAndGet("b", (x, y) -> y) == "b");
    Channel.nil().close(); // reached
  }

  @Test
  void onlyOneWins() {
    AtomicBoolean closed = new AtomicBoolean();
    Channel<Integer> channel = Channel.make();
    Runnable close =
        () -> {
          if (closed.compareAndSet(false, true)) {
            channel.close();
          }
        };
    Thread.startVirtualThread(close);
    close.run();
    Channel.nil().close(); // reached
  }
}
