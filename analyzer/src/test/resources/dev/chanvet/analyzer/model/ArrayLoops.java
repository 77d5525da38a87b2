import dev.chanvet.runtime.Channel;

/** Nothing but the loop needs an iterator here: it has to come with it. */
class ArrayLoops {
  static void anArrayIsRunThroughToItsEnd() {
    int turns = 0;
    int[] numbers = {1, 2};
    for (int number : numbers) {
      turns++;
    }
    if (turns == 2) {
      Channel.nil().close(); // reached
    }
    if (turns != 2) {
      Channel.nil().close();
    }
  }

  static void soIsOneOfChannels() {
    Channel<?> twice = Channel.make();
    Channel<?>[] channels = {twice, twice};
    for (Channel<?> channel : channels) {
      channel.close(); // reached
    }
  }
}
