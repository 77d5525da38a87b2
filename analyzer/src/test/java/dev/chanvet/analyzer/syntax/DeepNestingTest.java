package dev.chanvet.analyzer.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeepNestingTest {
  @Test
  void whatIsTooDeepForTheStackIsOneNotificationAndTheParserGoesOn() throws Exception {
    String deep = "class Deep { int i = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }";
    List<Notification> notifications = new ArrayList<>();
    List<SourceUnit> units = new ArrayList<>();
    SourceParser parser = new SourceParser(JavaRelease.ANY);
    Diagnostics diagnostics = new Diagnostics(notifications::add);
    Runnable parsing =
        () -> {
          for (SourceFile file :
              List.of(
                  SourceFile.of("Deep.java", deep),
                  SourceFile.of("Flat.java", "class Flat { int i = (1); }"))) {
            SourceUnit unit = parser.parse(file, false, diagnostics);
            if (unit != null) {
              units.add(unit);
            }
          }
        };

    Thread small = new Thread(null, parsing, "small stack", 512 * 1024);
    small.start();
    small.join();

    assertThat(units).extracting(unit -> unit.file().path()).containsExactly("Flat.java");
    assertThat(notifications)
        .extracting(Notification::toString)
        .containsExactly(
            "Deep.java: not analysed: nested too deeply to be parsed [unparsable-file]");
  }
}
