package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.Notification.Level;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the front end could not read or lower. Used from several threads.
 *
 * @param sink takes the notifications; called by one thread at a time
 */
public record Diagnostics(Consumer<Notification> sink) {
  /**
   * Nothing of a file is analysed.
   *
   * @param site the place that is to blame; null if there is no single one
   */
  public void skipped(SourceFile file, @Nullable Site site, String message) {
    accept(file, site, Level.ERROR, "unparsable-file", "not analysed: " + message);
  }

  /** Some of a file is not analysed. */
  public void partial(SourceFile file, @Nullable Site site, String message) {
    accept(file, site, Level.WARNING, "partly-analysed", "partly analysed: " + message);
  }

  /** Some of a file is newer than the program's release; nothing is lost. */
  void newer(SourceFile file, @Nullable Site site, String message) {
    accept(file, site, Level.NOTE, "newer-syntax", message);
  }

  private synchronized void accept(
      SourceFile file, @Nullable Site site, Level level, String code, String message) {
    sink.accept(
        site == null
            ? Notification.of(level, code, message, file.path())
            : Notification.of(level, code, message, site));
  }
}
