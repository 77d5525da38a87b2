package org.example;

/** Run by hand. */
final class SumCheck {
  private SumCheck() {}

  public static void main(String[] args) throws InterruptedException {
    if (Sum.upTo(4) != 10) {
      throw new AssertionError("the sum is wrong");
    }
  }
}
