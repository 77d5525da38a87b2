package shop;

import static dev.chanvet.runtime.Go.go;

import dev.chanvet.runtime.Channel;

/** Adds up what is sold. */
public final class Till {
  public static void main(String[] args) {
    Channel<Integer> sales = Channel.make();
    go(() -> {
      int sum = 0;
      for (int sale : sales) {
        sum += sale;
      }
      System.out.println(sum);
      sales.close();
    });
    sales.send(3);
    sales.send(4);
    sales.close();
  }
}
