/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.sparkmaven.hardware.Manager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the floors of docs/architecture.md: who may import whom. */
class ArchitectureTest {
  private static final String ROOT = "io.github.sparkmaven.";
  private static final String EVERYWHERE = "problem unit files json";
  private static final String CORE =
      "conf hardware tuning plan html process home runtime python program cluster ledger";
  private static final String GOALS =
      "configure explain preparetests jobtest submit submissions check doctor run export";
  private static final List<String> LIBRARIES_EVERYWHERE =
      List.of("java..", "javax..", "org.jspecify..");

  // A floor, the floors it may import besides itself and (above these) EVERYWHERE, the libraries it
  // may use.
  // A package may be in the table before it exists.
  private static final List<Floor> FLOORS =
      List.of(
          new Floor("problem", "", ""),
          new Floor("unit", "problem", ""),
          new Floor("files", "problem", ""),
          new Floor("json", "", "com.fasterxml.jackson.core.."),
          new Floor("html", "", ""),
          new Floor("conf", "", "org.objectweb.asm.."),
          new Floor("hardware", "", "com.sun.management.. org.w3c.dom.. org.xml.sax.."),
          new Floor("tuning", "hardware conf", ""),
          new Floor("program", "", "org.objectweb.asm.."),
          new Floor("plan", "tuning hardware conf program html", ""),
          new Floor("process", "", ""),
          new Floor("home", "process conf", ""), // conf for SparkVersion
          new Floor("runtime", "home conf process", ""),
          new Floor("python", "home process conf program", "org.tomlj.."),
          new Floor("cluster", "home conf hardware process", ""),
          new Floor("ledger", "", ""),
          new Floor("configure", CORE, ""),
          new Floor("explain", CORE, ""),
          new Floor("preparetests", CORE, ""),
          new Floor("jobtest", CORE, "org.codehaus.plexus.util.. org.snakeyaml.engine.."),
          new Floor("submit", CORE, ""),
          new Floor("submissions", CORE, ""),
          new Floor("check", CORE, "org.objectweb.asm.."),
          new Floor("doctor", CORE, ""),
          new Floor("run", CORE, ""),
          new Floor("export", CORE, ""),
          new Floor(
              "launcher",
              "submit cluster hardware conf home process",
              "org.apache.spark.launcher.."),
          new Floor("bundle", CORE + " submit submissions launcher", ""),
          new Floor(
              "maven",
              CORE + " " + GOALS + " launcher",
              "org.apache.maven.. org.eclipse.aether.. org.codehaus.plexus.. org.w3c.dom.."
                  + " org.xml.sax.."));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/io/github/sparkmaven/runner/"))
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("io.github.sparkmaven");

  @ParameterizedTest
  @MethodSource("floors")
  void importsOnlyWhatItsFloorMay(Floor floor) {
    classes()
        .that()
        .resideInAPackage(floor.inside())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(floor.allowed())
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void hasAFloorForEveryPackage() {
    Set<String> known = FLOORS.stream().map(Floor::name).collect(Collectors.toSet());

    assertThat(CLASSES)
        .isNotEmpty()
        .allSatisfy(
            type ->
                assertThat(known)
                    .as(type.getName())
                    .contains(type.getPackageName().substring(ROOT.length()).split("[.]", 2)[0]));
  }

  @Test
  void hasNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void letsOnlyTheMojosSeeMaven() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "maven..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", ROOT + "maven..")
        .check(CLASSES);
  }

  @Test
  void letsOnlyTheLauncherSeeSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "launcher..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(CLASSES);
  }

  @Test
  void namesNoClassUtilsHelperOrManager() {
    // The domain's own word: a cluster manager.
    noClasses()
        .that()
        .doNotBelongToAnyOf(Manager.class)
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager)")
        .check(CLASSES);
  }

  @Test
  void marksEveryPackageForNullness() {
    Set<JavaPackage> packages =
        CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());

    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            found ->
                assertThat(found.isAnnotatedWith(NullMarked.class)).as(found.getName()).isTrue());
  }

  static List<Floor> floors() {
    return FLOORS;
  }

  record Floor(String name, String mayImport, String libraries) {
    String inside() {
      return ROOT + name + "..";
    }

    String[] allowed() {
      String everywhere = List.of(EVERYWHERE.split(" ", -1)).contains(name) ? "" : EVERYWHERE;
      Stream<String> floors =
          words(name + " " + everywhere + " " + mayImport).map(floor -> ROOT + floor + "..");
      return Stream.of(floors, words(libraries), LIBRARIES_EVERYWHERE.stream())
          .flatMap(packages -> packages)
          .toArray(String[]::new);
    }

    private static Stream<String> words(String text) {
      return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
