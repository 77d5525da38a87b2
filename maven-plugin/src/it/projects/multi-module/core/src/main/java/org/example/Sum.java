package org.example;

import static dev.chanvet.runtime.Go.go;

import dev.chanvet.runtime.Channel;

/** A goroutine counts, another one sums up. */
public final class Sum {
  private Sum() {}

  public static int upTo(int last) throws InterruptedException {
    Channel<Integer> numbers = Channel.make();
    go(
        () -> {
          for (int i = 1; i <= last; i++) {
            numbers.send(i);
          }
          numbers.close();
        });
    int sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }
}
