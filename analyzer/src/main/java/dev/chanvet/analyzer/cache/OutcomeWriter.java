package dev.chanvet.analyzer.cache;

import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.finding.GoroutineEnd;
import dev.chanvet.analyzer.finding.Proposal;
import dev.chanvet.analyzer.finding.Related;
import dev.chanvet.analyzer.finding.Suppression;
import dev.chanvet.analyzer.finding.TextEdit;
import dev.chanvet.analyzer.finding.Witness;
import dev.chanvet.analyzer.finding.WitnessStep;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as bytes: a magic number, a checksum, and the records one after the other. Places are
 * told by the number of their file. {@link OutcomeReader} reads in the same order.
 */
final class OutcomeWriter {
  /** Changes whenever the order of what is written does. */
  static final int MAGIC = 0xC4A7_0003;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final Map<SourceFile, Integer> numbers = new HashMap<>();

  private OutcomeWriter(List<SourceFile> files) {
    for (SourceFile file : files) {
      numbers.put(file, numbers.size());
    }
  }

  /** An element of a list, or its absence. */
  private interface Element<T> {
    void write(T element) throws IOException;
  }

  /** A place in a file that does not belong to the group. */
  private static final class StrangeFile extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Empty if the outcome speaks of a file that is not among these. */
  static Optional<byte[]> bytes(Outcome outcome, List<SourceFile> files) {
    OutcomeWriter writer = new OutcomeWriter(files);
    try {
      writer.write(outcome);
      return Optional.of(sealed(writer.bytes.toByteArray()));
    } catch (StrangeFile e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("an array that cannot be written", e);
    }
  }

  private static byte[] sealed(byte[] content) throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(sealed);
    out.writeInt(MAGIC);
    out.writeInt(checksum(content, 0));
    out.write(content);
    return sealed.toByteArray();
  }

  static int checksum(byte[] bytes, int from) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, bytes.length - from);
    return (int) checksum.getValue();
  }

  private void write(Outcome outcome) throws IOException {
    list(outcome.findings(), this::finding);
    list(outcome.suppressions(), this::suppression);
    list(outcome.notifications(), this::notification);
    out.writeInt(outcome.functions());
    out.writeInt(outcome.roots());
    out.writeLong(outcome.states());
  }

  private void finding(Finding finding) throws IOException {
    text(finding.rule().id());
    text(finding.severity().name());
    text(finding.message().what());
    text(finding.message().why());
    text(finding.message().whatToDo());
    site(finding.site());
    text(finding.declaration());
    text(finding.subject());
    list(finding.related(), this::related);
    nullable(finding.witness(), this::witness);
    out.writeBoolean(finding.confirmed());
    out.writeDouble(finding.rank());
    list(finding.assumptions(), this::text);
    list(finding.proposals(), this::proposal);
    nullable(finding.fix(), this::fix);
  }

  private void proposal(Proposal proposal) throws IOException {
    text(proposal.kind().name());
    site(proposal.site());
    nullable(proposal.other(), this::site);
  }

  private void fix(Fix fix) throws IOException {
    text(fix.title());
    list(fix.edits(), this::edit);
  }

  private void edit(TextEdit edit) throws IOException {
    file(edit.file());
    out.writeInt(edit.start());
    out.writeInt(edit.end());
    text(edit.text());
  }

  private void related(Related related) throws IOException {
    site(related.site());
    text(related.message());
  }

  private void witness(Witness witness) throws IOException {
    text(witness.entry());
    list(witness.steps(), this::step);
    list(witness.ends(), this::end);
  }

  private void step(WitnessStep step) throws IOException {
    out.writeInt(step.goroutine());
    text(step.goroutineName());
    site(step.site());
    text(step.message());
    nullable(
        step.arrow(),
        arrow -> {
          out.writeInt(arrow.from());
          out.writeInt(arrow.to());
        });
  }

  private void end(GoroutineEnd end) throws IOException {
    out.writeInt(end.goroutine());
    text(end.goroutineName());
    text(end.state().name());
    nullable(end.site(), this::site);
    text(end.message());
  }

  private void suppression(Suppression suppression) throws IOException {
    text(suppression.kind().name());
    list(suppression.rules().stream().sorted().toList(), this::text);
    nullable(suppression.reason(), this::text);
    site(suppression.site());
    out.writeInt(suppression.firstLine());
    out.writeInt(suppression.lastLine());
  }

  private void notification(Notification notification) throws IOException {
    text(notification.level().name());
    text(notification.code());
    text(notification.message());
    nullable(notification.path(), this::text);
    nullable(notification.site(), this::site);
  }

  private void site(Site site) throws IOException {
    file(site.file());
    out.writeInt(site.line());
    out.writeInt(site.column());
    out.writeInt(site.endLine());
    out.writeInt(site.endColumn());
  }

  private void file(SourceFile file) throws IOException {
    Integer number = numbers.get(file);
    if (number == null) {
      throw new StrangeFile();
    }
    out.writeInt(number);
  }

  private void text(String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
  }

  private <T> void list(Collection<T> elements, Element<T> element) throws IOException {
    out.writeInt(elements.size());
    for (T each : elements) {
      element.write(each);
    }
  }

  private <T> void nullable(@Nullable T value, Element<T> element) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      element.write(value);
    }
  }
}
