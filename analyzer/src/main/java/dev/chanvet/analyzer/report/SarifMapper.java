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
}
