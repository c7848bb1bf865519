/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

final class SurefireReportTest {
  @TempDir private Path directory;

  @Test
  void countsAndTimesTheSuite() throws Exception {
    Element suite =
        written(
            CaseResult.passed("adds", 1),
            CaseResult.failed("divides", 2, Thrown.of(new AssertionError("off by one"))),
            CaseResult.failed("reads", 3, Thrown.of(new IllegalStateException("closed"))),
            CaseResult.skipped("waits", 0, "not yet"));
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(attributes(suite, "name", "time", "tests", "errors", "skipped", "failures"))
        .containsExactly("a.JobTest", "1234.567", "4", "1", "1", "1");
    assertThat(attributes(child(suite, "testcase", 0), "name", "classname", "time"))
        .containsExactly("adds", "a.JobTest", "0.001");
    assertThat(child(suite, "testcase", 0).hasChildNodes()).isFalse();
  }

  @Test
  void writesWhatWasThrown() throws Exception {
    Element suite =
        written(
            CaseResult.failed("divides", 2, Thrown.of(new AssertionError("off by one"))),
            CaseResult.failed("reads", 3, Thrown.of(new IllegalStateException("closed"))),
            CaseResult.skipped("waits", 0, "not yet"));
    Element failure = child(child(suite, "testcase", 0), "failure", 0);
    assertThat(attributes(failure, "message", "type"))
        .containsExactly("off by one", "java.lang.AssertionError");
    assertThat(failure.getTextContent())
        .startsWith("java.lang.AssertionError: off by one\n\tat " + getClass().getName());
    assertThat(attributes(child(child(suite, "testcase", 1), "error", 0), "message", "type"))
        .containsExactly("closed", "java.lang.IllegalStateException");
    assertThat(child(child(suite, "testcase", 2), "skipped", 0).getAttribute("message"))
        .isEqualTo("not yet");
  }

  @Test
  void replacesOnlyCharactersThatXmlCannotHold() throws Exception {
    Element suite =
        written(
            CaseResult.failed(
                "\u20ac<&>\u0001\uFFFF",
                0,
                Thrown.of(new IllegalStateException(Fixtures.ODD_MESSAGE))));
    Element testCase = child(suite, "testcase", 0);
    assertThat(testCase.getAttribute("name")).isEqualTo("\u20ac<&>\uFFFD\uFFFD");
    assertThat(child(testCase, "error", 0).getTextContent())
        .contains("\nprice: 5 \u20ac <&> \uD83D\uDE00 tab\there\uFFFD\uFFFD[1m\uFFFD");
  }

  @Test
  void tellsOnlyWhichJavaAndSystemItWas() throws Exception {
    Element properties = child(written(), "properties", 0);
    assertThat(properties.getElementsByTagName("property").getLength()).isEqualTo(3);
    assertThat(attributes(child(properties, "property", 0), "name", "value"))
        .containsExactly("java.version", System.getProperty("java.version"));
    assertThat(child(properties, "property", 1).getAttribute("name")).isEqualTo("java.vendor");
    assertThat(child(properties, "property", 2).getAttribute("name")).isEqualTo("os.name");
  }

  @Test
  void replacesTheReportOfTheLastRunAndLeavesNoOtherFile() throws Exception {
    written(CaseResult.passed("adds", 1));
    assertThat(written().getAttribute("tests")).isEqualTo("0");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("TEST-a.JobTest.xml"));
    }
  }

  private Element written(CaseResult... cases) throws Exception {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      new SurefireReport(directory)
          .write(new ClassResult("a.JobTest", 1_234_567, Arrays.asList(cases)));
    } finally {
      Locale.setDefault(locale);
    }
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(directory.resolve("TEST-a.JobTest.xml").toFile())
        .getDocumentElement();
  }

  private static Element child(Element parent, String tag, int index) {
    return (Element) parent.getElementsByTagName(tag).item(index);
  }

  private static Stream<String> attributes(Element element, String... names) {
    return Arrays.stream(names).map(element::getAttribute);
  }
}
