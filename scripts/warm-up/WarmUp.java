import static dev.chanvet.runtime.Go.go;

import dev.chanvet.runtime.Channel;

/** A small program with a defect: what the launcher analyses once to learn which classes it needs. */
class WarmUp {
  public static void main(String[] args) {
    Channel<String> results = Channel.make();
    go(
        () -> {
          for (String arg : args) {
            results.send(arg);
          }
          results.close();
        });
    for (String result : results) {
      System.out.println(result);
    }
    results.close();
  }
}
