/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.plan.Plan;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class PlanHtmlTest {

  @ParameterizedTest
  @MethodSource("plans")
  void loadsNothing(DrawnPlan drawn) throws Exception {
    Document page = parse(drawn.page());

    for (Element element : elements(page, "*")) {
      assertThat(element.getTagName())
          .isNotIn("link", "img", "iframe", "object", "embed", "base", "image", "use");
      assertThat(element.hasAttribute("src")).as(element.getTagName()).isFalse();
      assertThat(element.hasAttribute("href"))
          .as(element.getTagName())
          .isEqualTo(element.getTagName().equals("a"));
    }
    for (String name : List.of("style", "script")) {
      assertThat(texts(page, name)).noneMatch(text -> text.matches("(?s).*(://|@import|url\\().*"));
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void namesEveryElementOnce(DrawnPlan drawn) throws Exception {
    List<String> ids =
        elements(parse(drawn.page()), "*").stream()
            .map(element -> element.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();

    assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void writesTheSameBytesTwice(DrawnPlan drawn) {
    String page = drawn.page();

    assertThat(drawn.page()).isEqualTo(page);
    assertThat(page).endsWith("</html>\n").doesNotContain("\r");
  }

  @ParameterizedTest
  @MethodSource("plans")
  void showsEverySettingWithItsReason(DrawnPlan drawn) throws Exception {
    Plan plan = drawn.plan();
    List<List<String>> rows = new ArrayList<>();
    for (Element row : elements(settings(parse(drawn.page())), "tr")) {
      rows.add(texts(row, "td"));
    }

    assertThat(rows.subList(1, rows.size()).stream().map(row -> row.subList(0, 4)))
        .containsExactlyElementsOf(
            plan.conf().effective().stream().map(PlanHtmlTest::cells).toList());
  }

  @Test
  void escapesWhatUsersWrite() throws Exception {
    String hostile = "</code><script>alert('1')</script> \"&amp;\" größer \u0001 \r\n\t 😀";
    String page = DrawnPlan.onYarn().with(Layer.JOB, "spark.<b>", hostile).page();

    assertThat(page)
        .contains("&lt;/code&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;&amp;amp;")
        .containsOnlyOnce("<script>");
    assertThat(texts(settings(parse(page)), "code"))
        .contains("spark.<b>", hostile.replace('\u0001', '\uFFFD'));
  }

  @Test
  void redactsSecretsAndLeavesArgumentsOut() throws Exception {
    String page =
        DrawnPlan.ofTheTalk()
            .with(Layer.JOB, "spark.hadoop.fs.s3a.secret.key", "hunter2")
            .with(Layer.JOB, "spark.redaction.regex", "mine")
            .with(Layer.JOB, "spark.mine", "hunter2")
            .page();

    assertThat(page).doesNotContain("hunter2");
    assertThat(texts(settings(parse(page)), "code"))
        .containsSequence("spark.hadoop.fs.s3a.secret.key", "*********(redacted)")
        .containsSequence("spark.mine", "*********(redacted)");
  }

  @Test
  void tellsTheVerdictFirst() throws Exception {
    assertThat(texts(parse(DrawnPlan.ofTheTalk().page()), "p"))
        .startsWith(
            "Spark plan",
            "18 of 24 requested executors granted; 108 of 90 offered cores placed (120\u00a0%);"
                + " 1933 MiB of heap a core.");
  }

  @Test
  void tellsBothEndsOfAClusterThatScales() throws Exception {
    Plan plan = DrawnPlan.onKubernetes().plan();
    int least = plan.tuning().layout().leastExecutors();
    int most = plan.tuning().layout().grantedExecutors();

    assertThat(least).isBetween(1, most - 1);
    assertThat(texts(parse(PlanHtml.text(plan)), "p"))
        .contains(
            "At the least, 3 nodes: %d executors granted. At the most, 43 nodes: %d executors."
                .formatted(least, most));
  }

  @Test
  void putsTheChosenLayoutBeforeThoseThatLost() throws Exception {
    Plan plan = DrawnPlan.onYarn().plan();
    List<String> why = new ArrayList<>();
    for (Element table : elements(parse(PlanHtml.text(plan)), "table")) {
      if (table.getAttribute("class").equals("alternatives")) {
        elements(table, "tbody")
            .forEach(body -> elements(body, "tr").forEach(row -> why.add(last(row))));
      }
    }
    List<String> expected = new ArrayList<>(List.of("Chosen"));
    plan.tuning().alternatives().forEach(other -> expected.add(other.reason()));

    assertThat(why).hasSize(4).isEqualTo(expected);
  }

  @Test
  void showsEveryWarning() throws Exception {
    Plan plan = DrawnPlan.ofTheTalk().plan();

    assertThat(plan.tuning().warnings()).isNotEmpty();
    assertThat(texts(parse(PlanHtml.text(plan)), "li")).containsAll(plan.tuning().warnings());
  }

  @Test
  void drawsNoNodesInLocalMode() throws Exception {
    assertThat(texts(parse(DrawnPlan.local().page()), "h2"))
        .containsExactly("1 warning", "Memory of the JVM", "Settings");
  }

  @Test
  void drawsAFewNodesSinglyAndManyOnce() throws Exception {
    assertThat(drawings(DrawnPlan.ofTheTalk())).isEqualTo(6);
    assertThat(drawings(DrawnPlan.onKubernetes())).isEqualTo(3);
    assertThat(drawings(DrawnPlan.large())).isEqualTo(6);
  }

  @Test
  void staysUnderAMegabyteForTenThousandNodes() {
    assertThat(DrawnPlan.large().plan().cluster().nodes()).isEqualTo(10_000);
    assertThat(DrawnPlan.large().page().getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(1_000_000);
  }

  static List<DrawnPlan> plans() {
    return List.of(
        DrawnPlan.ofTheTalk(),
        DrawnPlan.onYarn(),
        DrawnPlan.onKubernetes(),
        DrawnPlan.standalone(),
        DrawnPlan.local(),
        DrawnPlan.large());
  }

  private static long drawings(DrawnPlan drawn) throws Exception {
    return elements(parse(drawn.page()), "svg").stream()
        .filter(svg -> svg.hasAttribute("viewBox"))
        .count();
  }

  private static List<String> cells(Setting setting) {
    return List.of(setting.key(), setting.value(), setting.layer().label(), setting.reason());
  }

  private static Element settings(Document page) {
    return elements(page, "table").stream()
        .filter(table -> table.getAttribute("id").equals("settings-table"))
        .findFirst()
        .orElseThrow();
  }

  private static String last(Element row) {
    List<String> cells = texts(row, "td");
    return cells.get(cells.size() - 1);
  }

  private static List<String> texts(Element within, String name) {
    return elements(within, name).stream().map(Element::getTextContent).toList();
  }

  private static List<String> texts(Document page, String name) {
    return texts(page.getDocumentElement(), name);
  }

  private static List<Element> elements(Document page, String name) {
    return elements(page.getDocumentElement(), name);
  }

  private static List<Element> elements(Element within, String name) {
    NodeList found = within.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Document parse(String page)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }
}
