package dev.chanvet.analyzer.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.jcup.sarif_2_1_0.model.Result;
import de.jcup.sarif_2_1_0.model.Run;
import de.jcup.sarif_2_1_0.model.Suppression;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SARIF model as JSON.
 *
 * <p>Left out is what says nothing: nulls, empty collections, and the -1 that the model puts where
 * a number is unknown. Kept are an empty {@code results}, without which nothing would have been
 * looked for, and an empty {@code suppressions}, which says that a result is not suppressed.
 */
final class SarifMapper {
  private SarifMapper() {}

  static ObjectWriter writer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    return JsonMapper.builder()
        .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_EMPTY, Include.NON_NULL))
        .withConfigOverride(
            Integer.class,
            override ->
                override.setInclude(
                    JsonInclude.Value.construct(
                        Include.CUSTOM, Include.NON_NULL, Unknown.class, Void.class)))
        .addMixIn(Run.class, WithResults.class)
        .addMixIn(Result.class, WithSuppressions.class)
        .build()
        .writer(printer);
  }

  private interface WithResults {
    @JsonInclude(Include.ALWAYS)
    List<Result> getResults();
  }

  private interface WithSuppressions {
    @JsonInclude(Include.NON_NULL)
    Set<Suppression> getSuppressions();
  }

  /** Equal to the numbers that are left out: this is how Jackson asks. */
  static final class Unknown {
    @Override
    public boolean equals(@Nullable Object value) {
      return value == null || value.equals(-1);
    }

    @Override
    public int hashCode() {
      return -1;
    }
  }
}
