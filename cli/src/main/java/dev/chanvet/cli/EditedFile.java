package dev.chanvet.cli;

import dev.chanvet.analyzer.source.Decoding;
import dev.chanvet.analyzer.source.FileView;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A source file on disk that gets another text; its encoding stays as it is. */
record EditedFile(SourceFile file) {

  /**
   * Replaces the text.
   *
   * @return why that cannot be done; null if it has been
   */
  @Nullable String write(String text) {
    Path path = file.location().map(FileView::real).orElse(null);
    if (path == null) {
      return "it is no file of its own";
    }
    try {
      Decoding now = Decoding.of(Files.readAllBytes(path));
      if (!now.isOf(file)) {
        return "it has changed since it was read";
      }
      ReportFile target = new ReportFile(path);
      target.requireWritable();
      target.write(now.encode(text));
      return null;
    } catch (IOException e) {
      return "it cannot be read";
    } catch (UsageException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
