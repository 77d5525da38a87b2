package dev.chanvet.analyzer.finding;

/**
 * A finding in words. Every part starts in lower case and has no full stop at its end.
 *
 * @param what what happens, naming the channel: {@code second close of 'results'}
 * @param why what makes it so, naming goroutines and lines
 * @param whatToDo how to mend it
 */
public record Message(String what, String why, String whatToDo) {

  /** All three parts as sentences on one line. */
  public String oneLine() {
    return what + ": " + why + "; " + whatToDo;
  }
}
