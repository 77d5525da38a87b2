import dev.chanvet.runtime.Channel;
import org.example.Mailbox;
import org.junit.jupiter.api.Test;

class Mailboxes {
  @Test
  void aFullMailbox() throws Exception {
    Mailbox<String> mailbox = new Mailbox<>(1);
    mailbox.post("first");
    mailbox.post("second", 7); // stuck
  }

  @Test
  void afterTheShutdownTheRestIsFetched() throws Exception {
    Mailbox<String> mailbox = new Mailbox<>(1);
    mailbox.post("first");
    mailbox.shutdown();
    mailbox.shutdown();
    if (mailbox.fetch() != null && mailbox.fetch() == null) {
      try {
        mailbox.post("late");
      } catch (IllegalStateException e) {
        Channel.nil().close(); // reached
      }
    }
  }
}
