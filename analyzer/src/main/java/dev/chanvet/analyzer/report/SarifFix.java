package dev.chanvet.analyzer.report;

import de.jcup.sarif_2_1_0.model.ArtifactChange;
import de.jcup.sarif_2_1_0.model.ArtifactContent;
import de.jcup.sarif_2_1_0.model.Fix;
import de.jcup.sarif_2_1_0.model.Region;
import de.jcup.sarif_2_1_0.model.Replacement;
import dev.chanvet.analyzer.finding.TextEdit;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.LinkedHashSet;
import java.util.Set;

/** A fix as SARIF has it: what goes, and what comes in its place. */
record SarifFix(SarifLocations locations) {

  Fix of(dev.chanvet.analyzer.finding.Fix fix) {
    ArtifactChange change = new ArtifactChange();
    change.setArtifactLocation(locations.artifact(fix.file()));
    change.setReplacements(fix.edits().stream().map(SarifFix::replacement).toList());
    Fix result = new Fix();
    String title = fix.title();
    result.setDescription(
        SarifLocations.message(Character.toUpperCase(title.charAt(0)) + title.substring(1) + "."));
    Set<ArtifactChange> changes = new LinkedHashSet<>();
    changes.add(change);
    result.setArtifactChanges(changes);
    return result;
  }

  private static Replacement replacement(TextEdit edit) {
    SourceFile file = edit.file();
    Region region = new Region();
    region.setStartLine(file.lineAt(edit.start()));
    region.setStartColumn(file.columnAt(edit.start()));
    region.setEndLine(file.lineAt(edit.end()));
    region.setEndColumn(file.columnAt(edit.end()));
    Replacement replacement = new Replacement();
    replacement.setDeletedRegion(region);
    if (!edit.text().isEmpty()) {
      ArtifactContent content = new ArtifactContent();
      content.setText(edit.text());
      replacement.setInsertedContent(content);
    }
    return replacement;
  }
}
