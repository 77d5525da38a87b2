import dev.chanvet.runtime.Channel;

/** Text that is no number is expected where somebody catches the exception. */
class Parsing {
  static void hereIsTheHandler(String text) {
    try {
      Integer.parseInt(text);
    } catch (NumberFormatException e) {
      Channel.nil().close(); // reached
    }
  }

  static void hereItIsFurtherOut(String text) {
    try {
      twice(text);
    } catch (IllegalArgumentException e) {
      Channel.nil().close(); // reached
    }
  }

  private static double twice(String text) {
    return 2 * Double.parseDouble(text);
  }

  static void hereNobodyExpectsIt(String text) {
    try {
      long number = Long.valueOf(text);
    } catch (IllegalStateException e) {
      Channel.nil().close();
    }
  }
}
