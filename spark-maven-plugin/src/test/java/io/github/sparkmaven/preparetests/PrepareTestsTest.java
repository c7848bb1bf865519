/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.preparetests.PrepareTestsRequest.Choices;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.program.CompiledClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareTestsTest {
  private static final TestExecutionExample SUREFIRE = TestExecutionExample.of(TestPlugin.SUREFIRE);
  private static final Choices ALL = new Choices(true, true, 2);
  private static final Choices LEAST = new Choices(false, false, 2);
  private static final LineProperty EMPTY = property("", "");

  @TempDir Path folder;
  private Path launcher = Path.of("");

  @BeforeEach
  void makeLauncher() throws IOException {
    launcher =
        CompiledClasses.compile(
                folder.resolve("classes"),
                "package org.apache.spark.launcher; public class JavaModuleOptions {"
                    + " public static String defaultModuleOptions() {"
                    + " return \"--add-opens=a/b=ALL-UNNAMED\"; } }")
            .jar(folder.resolve("launcher.jar"));
  }

  @Test
  void putsItsOptionsBeforeThoseOfTheUser() {
    PrepareTestsResult result = run(LEAST, property("-Xmx4g", ""), SUREFIRE);

    assertThat(result.value()).isEqualTo("--add-opens=a/b=ALL-UNNAMED -Xmx4g");
    assertThat(result.added()).isEqualTo("--add-opens=a/b=ALL-UNNAMED");
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void keepsSparkOnThisMachineAndBelowTarget() {
    assertThat(run(ALL, EMPTY, SUREFIRE).value())
        .startsWith("--add-opens=a/b=ALL-UNNAMED -XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .contains(" -Dspark.master=local[2] ", " -Dspark.ui.enabled=false")
        .contains(folder.resolve("spark/unit-tests/fork-1/warehouse").toString())
        .contains(folder.resolve("spark/unit-tests/fork-1/local").toString())
        .contains(folder.resolve("spark/unit-tests/fork-1/derby").toString());
  }

  @Test
  void givesEachOfSeveralJvmsItsFolder() {
    assertThat(run(ALL, EMPTY, SUREFIRE, SUREFIRE.forkCount("2")).value())
        .contains("unit-tests/fork-${surefire.forkNumber}/warehouse")
        .doesNotContain("fork-1");
  }

  @Test
  void findsInASecondRunWhatTheFirstOneFound() {
    PrepareTestsResult first = run(ALL, property("-Xmx4g", ""), SUREFIRE);
    // As JaCoCo does in between.
    String between = "-javaagent:/agent.jar=a " + first.value();
    PrepareTestsResult second = run(ALL, property(between, first.added()), SUREFIRE);

    assertThat(second.value()).isEqualTo(first.added() + " -javaagent:/agent.jar=a -Xmx4g");
    assertThat(second.added()).isEqualTo(first.added());
  }

  @Test
  void leavesCollectorAndCompilerToAUserWhoNamesThemAnywhere() {
    TestExecutionExample literal = SUREFIRE.argLine("@{argLine} -XX:-TieredCompilation");

    assertThat(run(ALL, EMPTY, literal.withVariable("-XX:+UseZGC", false)).value())
        .doesNotContain("-XX:");
  }

  @Test
  void addsWhatArrowNeeds() {
    assertThat(PrepareTests.run(request(LEAST, EMPTY, true, SUREFIRE)).value())
        .isEqualTo(
            "--add-opens=a/b=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED"
                + " -Dio.netty.tryReflectionSetAccessible=true");
  }

  @Test
  void givesAJdk8NoModuleOptions() {
    JavaHome eight = TestExecutionExample.java(8);

    assertThat(run(LEAST, property("-Xmx4g", ""), SUREFIRE.on(eight)).value()).isEqualTo("-Xmx4g");
    assertThat(run(LEAST, EMPTY, SUREFIRE.on(eight), SUREFIRE).value())
        .isEqualTo("--add-opens=a/b=ALL-UNNAMED");
  }

  @Test
  void writesAFileThatJavaTakesAndThatNamesAFolderOfItsOwn() throws IOException {
    Path file = run(ALL, EMPTY, SUREFIRE.forkCount("2")).optionsFile().orElseThrow();

    assertThat(file).isEqualTo(folder.resolve("spark/test-jvm.options"));
    assertThat(Files.readAllLines(file))
        .startsWith("--add-opens=a/b=ALL-UNNAMED", "-XX:TieredStopAtLevel=1")
        .contains("-Dspark.local.dir=" + folder.resolve("spark/unit-tests/ide/local"));
  }

  @Test
  void removesTheFileWhereTheBuildsJavaCannotReadIt() throws IOException {
    Path file = run(ALL, EMPTY, SUREFIRE).optionsFile().orElseThrow();
    JavaHome eight = TestExecutionExample.java(8);
    PrepareTestsRequest usual = request(ALL, EMPTY, false, SUREFIRE.on(eight));

    PrepareTestsResult result =
        PrepareTests.run(
            new PrepareTestsRequest(
                usual.spark(),
                launcher,
                false,
                true,
                eight,
                usual.executions(),
                EMPTY,
                ALL,
                usual.folder()));

    assertThat(result.optionsFile()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void cleansWhatTheLastRunHasLeft() throws IOException {
    Path table = folder.resolve("spark/unit-tests/fork-1/warehouse/numbers");
    Path other = folder.resolve("spark/plans");
    Files.createDirectories(table);
    Files.createDirectories(other);

    run(ALL, EMPTY, SUREFIRE);

    assertThat(table).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void saysAllThatIsWrongAtOnceAndTouchesNothing() throws IOException {
    Path table = Files.createDirectories(folder.resolve("spark/unit-tests/fork-1/warehouse"));
    TestExecutionExample hidden = SUREFIRE.argLine("-Xmx4g").on(TestExecutionExample.java(25));

    assertThatThrownBy(() -> run(ALL, EMPTY, hidden, SUREFIRE.forkCount("0")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("3 problems:\n  - JDK 25: Spark 3.5.5 cannot run on it (/jdk-25).")
        .hasMessageContaining("\n  - maven-surefire-plugin/argLine: '-Xmx4g' hides")
        .hasMessageContaining("\n  - maven-surefire-plugin/forkCount: 0 runs");
    assertThat(table).exists();
  }

  @Test
  void warnsOfAJdkThatSparkDoesNotTest() {
    assertThat(run(ALL, EMPTY, SUREFIRE.on(TestExecutionExample.java(21))).warnings())
        .containsExactly("Spark 3.5.5 is not tested on JDK 21; JDK 17 is the safe choice");
  }

  @Test
  void servesTheIdeWhereNoTestsRun() {
    assertThat(run(LEAST, EMPTY).value()).isEqualTo("--add-opens=a/b=ALL-UNNAMED");
  }

  private static LineProperty property(String value, String added) {
    return new LineProperty("argLine", value, added, Optional.empty());
  }

  private PrepareTestsResult run(
      Choices choices, LineProperty property, TestExecutionExample... executions) {
    return PrepareTests.run(request(choices, property, false, executions));
  }

  private PrepareTestsRequest request(
      Choices choices, LineProperty property, boolean arrow, TestExecutionExample... executions) {
    return new PrepareTestsRequest(
        new SparkVersion("3.5.5", "2.12"),
        launcher,
        arrow,
        true,
        TestExecutionExample.java(17),
        List.of(executions).stream().map(TestExecutionExample::execution).toList(),
        property,
        choices,
        folder.resolve("spark"));
  }
}
