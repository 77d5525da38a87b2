package dev.chanvet.analyzer.cache;

import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.finding.GoroutineEnd;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.Proposal;
import dev.chanvet.analyzer.finding.Related;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.finding.Suppression;
import dev.chanvet.analyzer.finding.TextEdit;
import dev.chanvet.analyzer.finding.Witness;
import dev.chanvet.analyzer.finding.WitnessStep;
import dev.chanvet.analyzer.finding.WitnessStep.Arrow;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link OutcomeWriter} wrote, in the same order. */
final class OutcomeReader {
  private static final int HEADER = 2 * Integer.BYTES;

  private final DataInputStream in;
  private final List<SourceFile> files;
  private final List<RuleInfo> rules;

  private OutcomeReader(byte[] bytes, List<SourceFile> files, List<RuleInfo> rules) {
    this.in = new DataInputStream(new ByteArrayInputStream(bytes, HEADER, bytes.length - HEADER));
    this.files = files;
    this.rules = rules;
  }

  private interface Element<T> {
    T read() throws IOException;
  }

  /** Empty if the bytes are none of ours, or have been damaged. */
  static Optional<Outcome> read(byte[] bytes, List<SourceFile> files, List<RuleInfo> rules) {
    try {
      if (bytes.length < HEADER) {
        return Optional.empty();
      }
      DataInputStream header = new DataInputStream(new ByteArrayInputStream(bytes));
      boolean whole =
          header.readInt() == OutcomeWriter.MAGIC
              && header.readInt() == OutcomeWriter.checksum(bytes, HEADER);
      return whole
          ? Optional.of(new OutcomeReader(bytes, files, rules).outcome())
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private Outcome outcome() throws IOException {
    return new Outcome(
        list(this::finding),
        list(this::suppression),
        list(this::notification),
        in.readInt(),
        in.readInt(),
        in.readLong());
  }

  private Finding finding() throws IOException {
    return new Finding(
        rule(text()),
        Severity.valueOf(text()),
        new Message(text(), text(), text()),
        site(),
        text(),
        text(),
        list(() -> new Related(site(), text())),
        nullable(this::witness),
        in.readBoolean(),
        in.readDouble(),
        list(this::text),
        list(() -> new Proposal(Proposal.Kind.valueOf(text()), site(), nullable(this::site))),
        nullable(() -> new Fix(text(), list(this::edit))));
  }

  private TextEdit edit() throws IOException {
    return new TextEdit(files.get(in.readInt()), in.readInt(), in.readInt(), text());
  }

  private RuleInfo rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  private Witness witness() throws IOException {
    return new Witness(text(), list(this::step), list(this::end));
  }

  private WitnessStep step() throws IOException {
    return new WitnessStep(
        in.readInt(),
        text(),
        site(),
        text(),
        nullable(() -> new Arrow(in.readInt(), in.readInt())));
  }

  private GoroutineEnd end() throws IOException {
    return new GoroutineEnd(
        in.readInt(), text(), GoroutineEnd.State.valueOf(text()), nullable(this::site), text());
  }

  private Suppression suppression() throws IOException {
    return new Suppression(
        Suppression.Kind.valueOf(text()),
        Set.copyOf(list(this::text)),
        nullable(this::text),
        site(),
        in.readInt(),
        in.readInt());
  }

  private Notification notification() throws IOException {
    return new Notification(
        Notification.Level.valueOf(text()),
        text(),
        text(),
        nullable(this::text),
        nullable(this::site));
  }

  private Site site() throws IOException {
    return new Site(
        files.get(in.readInt()), in.readInt(), in.readInt(), in.readInt(), in.readInt());
  }

  private String text() throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private <T> List<T> list(Element<T> element) throws IOException {
    int size = in.readInt();
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(element.read());
    }
    return elements;
  }

  private <T> @Nullable T nullable(Element<T> element) throws IOException {
    return in.readBoolean() ? element.read() : null;
  }
}
