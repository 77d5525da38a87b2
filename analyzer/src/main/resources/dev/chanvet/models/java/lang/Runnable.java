package java.lang;

/** An action. Kept: everything. */
public interface Runnable {
  void run();
}
