package dev.chanvet.analyzer.report;

import de.jcup.sarif_2_1_0.model.ArtifactContent;
import de.jcup.sarif_2_1_0.model.ArtifactLocation;
import de.jcup.sarif_2_1_0.model.Location;
import de.jcup.sarif_2_1_0.model.Message;
import de.jcup.sarif_2_1_0.model.Notification;
import de.jcup.sarif_2_1_0.model.PhysicalLocation;
import de.jcup.sarif_2_1_0.model.Region;
import de.jcup.sarif_2_1_0.model.ReportingDescriptorReference;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.Set;

/** Sites, messages and notifications as SARIF has them. */
record SarifLocations(ReportContext context) {

  /** The name of the folder that URIs are relative to. */
  static final String ROOT = "%SRCROOT%";

  static Message message(String text) {
    Message message = new Message();
    message.setText(text);
    return message;
  }

  Location location(Site site) {
    Location location = new Location();
    location.setPhysicalLocation(physical(site));
    return location;
  }

  Location location(Site site, String message) {
    Location location = location(site);
    location.setMessage(message(message));
    return location;
  }

  private PhysicalLocation physical(Site site) {
    PhysicalLocation physical = new PhysicalLocation();
    physical.setArtifactLocation(artifact(context.uri(site.file())));
    physical.setRegion(region(site));
    physical.setContextRegion(lines(site));
    return physical;
  }

  ArtifactLocation artifact(SourceFile file) {
    return artifact(context.uri(file));
  }

  private static ArtifactLocation artifact(String uri) {
    ArtifactLocation artifact = new ArtifactLocation();
    artifact.setUri(uri);
    if (!uri.startsWith("file:")) {
      artifact.setUriBaseId(ROOT);
    }
    return artifact;
  }

  /** Both count from 1 in UTF-16 units; the end is exclusive in SARIF and inclusive in a site. */
  private static Region region(Site site) {
    Region region = new Region();
    region.setStartLine(site.line());
    region.setStartColumn(site.column());
    region.setEndLine(site.endLine());
    region.setEndColumn(site.endColumn() + 1);
    region.setSnippet(snippet(site.text()));
    return region;
  }

  /** The lines of the site, and one before and behind it. */
  private static Region lines(Site site) {
    SourceFile file = site.file();
    int first = Math.max(1, site.line() - 1);
    int last = Math.min(file.lineCount(), site.endLine() + 1);
    int end = last < file.lineCount() ? file.offset(last + 1, 1) : file.text().length();
    Region region = new Region();
    region.setStartLine(first);
    region.setEndLine(Math.max(last, site.endLine()));
    region.setSnippet(snippet(file.text().substring(file.offset(first, 1), end)));
    return region;
  }

  private static ArtifactContent snippet(String text) {
    ArtifactContent content = new ArtifactContent();
    content.setText(text);
    return content;
  }

  Notification notification(dev.chanvet.analyzer.source.Notification from) {
    Notification notification = new Notification();
    notification.setLevel(
        switch (from.level()) {
          case ERROR -> Notification.Level.ERROR;
          case WARNING -> Notification.Level.WARNING;
          case NOTE -> Notification.Level.NOTE;
        });
    notification.setMessage(message(from.message()));
    ReportingDescriptorReference code = new ReportingDescriptorReference();
    code.setId(from.code());
    notification.setDescriptor(code);
    if (from.site() != null) {
      notification.setLocations(Set.of(location(from.site())));
    } else if (from.path() != null) {
      Location location = new Location();
      location.setPhysicalLocation(new PhysicalLocation());
      location.getPhysicalLocation().setArtifactLocation(artifact(context.uri(from.path())));
      notification.setLocations(Set.of(location));
    }
    return notification;
  }
}
