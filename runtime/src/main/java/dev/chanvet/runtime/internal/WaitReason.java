package dev.chanvet.runtime.internal;

/** What a goroutine sleeps for, in the words of Go's dumps. */
public enum WaitReason {
  CHAN_SEND("chan send"),
  CHAN_RECEIVE("chan receive"),
  CHAN_SEND_NIL("chan send (nil chan)"),
  CHAN_RECEIVE_NIL("chan receive (nil chan)"),
  SELECT("select"),
  SELECT_NO_CASES("select (no cases)"),
  WAIT_GROUP("sync.WaitGroup.Wait"),
  ONCE("sync.Once.Do"),
  JOIN("join");

  private final String text;

  WaitReason(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
