package dev.chanvet.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class XmlTest {

  @ParameterizedTest
  @EnumSource(names = {"CHECKSTYLE", "JUNIT"})
  void reportsAreWellFormed(Format format) throws Exception {
    Document document = parse(ReportGoldenTest.render(format, SampleResults.full(), false));

    String element = format == Format.JUNIT ? "failure" : "error";
    assertThat(document.getElementsByTagName(element).getLength()).isEqualTo(2);
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
}
