package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Printer;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every model goes through the front end as user code does. */
class ModelsLowerTest {
  private static final Path ROOT = Path.of("src/main/resources/dev/chanvet/models");

  private static List<String> models() throws IOException {
    try (Stream<Path> tree = Files.walk(ROOT)) {
      return tree.filter(file -> file.toString().endsWith(".java"))
          .map(file -> ROOT.relativize(file).toString().replaceAll("[/\\\\]", "."))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .sorted()
          .toList();
    }
  }

  private static Lowered naming(List<String> types) {
    return Lowered.files(
        IntStream.range(0, types.size())
            .mapToObj(i -> "  " + types.get(i) + " f" + i + ";\n")
            .collect(Collectors.joining("", "class Everything {\n", "}\n")));
  }

  @Test
  void everyModelIsFoundLoweredAndSound() throws IOException {
    List<String> models = models();
    Lowered lowered = naming(models);
    assertThat(models).hasSizeGreaterThan(100);
    assertThat(lowered.notifications()).isEmpty();
    assertThat(Verifier.verify(lowered.program())).isEmpty();
    assertThat(lowered.program().types())
        .filteredOn(TypeDeclaration::model)
        .extracting(TypeDeclaration::name)
        .containsAll(models);
    assertThat(lowered.program().functions()).noneMatch(Function::isPartial);
  }

  @Test
  void nothingInAModelIsUnresolved() throws IOException {
    assertThat(Printer.print(naming(models()).program()).lines())
        .noneMatch(line -> line.strip().endsWith("= unknown ?"));
  }

  @Test
  void onlyWhatIsNamedIsLoaded() {
    Lowered lowered = Lowered.files("class A { int n; }");
    assertThat(lowered.program().type("java.util.concurrent.Executors")).isNull();
    assertThat(lowered.program().types()).hasSizeLessThan(5);
  }
}
