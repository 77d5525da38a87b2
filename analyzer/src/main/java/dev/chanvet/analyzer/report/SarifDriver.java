package dev.chanvet.analyzer.report;

import de.jcup.sarif_2_1_0.model.MultiformatMessageString;
import de.jcup.sarif_2_1_0.model.PropertyBag;
import de.jcup.sarif_2_1_0.model.ReportingConfiguration;
import de.jcup.sarif_2_1_0.model.ReportingDescriptor;
import de.jcup.sarif_2_1_0.model.ToolComponent;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tool and its rules as SARIF has them. */
record SarifDriver(ReportContext context) {
  /**
   * The driver with the rules that ran. Kinds of notifications are not listed: GitHub wants a full
   * rule's page for each.
   */
  ToolComponent of() {
    ToolComponent driver = new ToolComponent();
    driver.setName("chanvet");
    driver.setVersion(context.version());
    driver.setSemanticVersion(context.version());
    driver.setRules(ordered(context.rules().stream().map(SarifDriver::rule).toList()));
    return driver;
  }

  /** The model wants sets, but a result names its rule by its index. */
  private static <T> Set<T> ordered(List<T> list) {
    return new LinkedHashSet<>(list);
  }

  private static ReportingDescriptor rule(RuleInfo info) {
    ReportingDescriptor rule = new ReportingDescriptor();
    rule.setId(info.id());
    rule.setName(pascalCase(info.id()));
    rule.setShortDescription(text(sentence(info.name())));
    rule.setFullDescription(text(sentence(info.summary())));
    MultiformatMessageString help = text(info.doc());
    help.setMarkdown(info.doc());
    rule.setHelp(help);
    ReportingConfiguration configuration = new ReportingConfiguration();
    configuration.setLevel(
        switch (info.severity()) {
          case ERROR -> ReportingConfiguration.Level.ERROR;
          case WARNING -> ReportingConfiguration.Level.WARNING;
          case NOTE -> ReportingConfiguration.Level.NOTE;
        });
    configuration.setEnabled(info.enabled());
    rule.setDefaultConfiguration(configuration);
    PropertyBag properties = new PropertyBag();
    properties.setTags(ordered(info.tags()));
    // GitHub's own names for how sure and how bad.
    properties.setAdditionalProperty("precision", "high");
    properties.setAdditionalProperty(
        "problem.severity",
        info.severity() == Severity.NOTE ? "recommendation" : info.severity().label());
    rule.setProperties(properties);
    return rule;
  }

  private static String pascalCase(String id) {
    return List.of(id.split("-")).stream()
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private static MultiformatMessageString text(String text) {
    MultiformatMessageString message = new MultiformatMessageString();
    message.setText(text);
    return message;
  }
}
