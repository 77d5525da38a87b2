package org.example;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;

import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.ReceiveChannel;
import java.time.Instant;

/** Waits for an answer or for a deadline that never comes. */
public final class Deadline {
  private Deadline() {}

  public static void main(String[] args) throws InterruptedException {
    Channel<String> answer = Channel.make(1);
    go(() -> answer.send("done"));
    ReceiveChannel<Instant> deadline = Channel.nil();
    boolean inTime =
        select(
            receive(answer).map(text -> true),
            receive(deadline).map(late -> false));
    System.out.println(inTime);
  }
}
