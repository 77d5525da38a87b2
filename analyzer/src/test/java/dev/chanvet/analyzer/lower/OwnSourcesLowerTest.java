package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.ir.Verifier;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.SourceDiscovery;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources of this project, the fixtures above all, are lowered without a loss. */
class OwnSourcesLowerTest {
  @ParameterizedTest
  @ValueSource(strings = {"test-fixtures", "runtime", "analyzer", "rules", "cli"})
  void aModuleIsSound(String module) {
    List<SourceFile> files =
        new SourceDiscovery(SourceDiscovery.DEFAULT_LIMIT)
            .discover(List.of("../" + module + "/src"))
            .files();
    List<Notification> notifications = new ArrayList<>();
    Program program = Lowering.lower(files, notifications::add);
    assertThat(files).isNotEmpty();
    assertThat(notifications).isEmpty();
    assertThat(Verifier.verify(program)).isEmpty();
    assertThat(program.functions()).noneMatch(Function::isPartial);
  }
}
