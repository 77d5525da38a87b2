package dev.chanvet.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class XmlTest {

  @ParameterizedTest
  @EnumSource(names = {"CHECKSTYLE", "JUNIT"})
  void reportsAreWellFormed(Format format) throws Exception {
    Document document = parse(ReportGoldenTest.render(format, SampleResults.full(), false));

    String element = format == Format.JUNIT ? "failure" : "error";
    assertThat(document.getElementsByTagName(element).getLength()).isEqualTo(2);
  }

  @Test
  void everyLinkInAPageLeadsSomewhere() throws Exception {
    Document page = parse(ReportGoldenTest.render(Format.HTML, SampleResults.full(), false));
    List<String> ids = attributes(page, "id");
    List<String> links =
        attributes(page, "href").stream().filter(link -> link.startsWith("#")).toList();

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(links).hasSizeGreaterThan(8);
    assertThat(links).allSatisfy(link -> assertThat(ids).contains(link.substring(1)));
  }

  @Test
  void aPageNeedsNothingElse() throws Exception {
    Document page = parse(ReportGoldenTest.render(Format.HTML, SampleResults.full(), false));

    assertThat(attributes(page, "src")).isEmpty();
    assertThat(page.getElementsByTagName("link").getLength()).isZero();
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("svg").getLength())
        .as("a mark and a diagram")
        .isEqualTo(2);
    assertThat(page.getElementsByTagName("circle").getLength()).as("steps and ends").isEqualTo(6);
  }

  @Property(tries = 200)
  void whateverIsEscapedIsReadBackAsItWas(@ForAll String text) throws Exception {
    String expected =
        text.replaceAll(
            "[^\t\n\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");

    Document document = parse("<a b=\"" + Xml.escape(text) + "\"/>");

    assertThat(document.getDocumentElement().getAttribute("b")).isEqualTo(expected);
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<String> attributes(Document document, String name) {
    NodeList elements = document.getElementsByTagName("*");
    return IntStream.range(0, elements.getLength())
        .mapToObj(i -> ((Element) elements.item(i)).getAttribute(name))
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
