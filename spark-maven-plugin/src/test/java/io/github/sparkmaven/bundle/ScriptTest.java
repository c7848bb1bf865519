/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.export.ExportExample;
import io.github.sparkmaven.submit.LaunchCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ScriptTest {
  @TempDir Path folder;

  @Test
  void submitsWhatWasExported() throws IOException {
    BundleSite site = site(example().variable("ACME_MODE", "fast"));

    int code = site.run("echo clusters: 2; cat \"$1\"");

    assertThat(code).isZero();
    LaunchCommand command = site.launched();
    assertThat(command.target().master()).isEqualTo("local[2]");
    assertThat(command.application().mainClass()).contains("com.acme.Clustering");
    assertThat(command.application().arguments()).containsExactly("--k", "", "Größe 雪");
    assertThat(command.application().resource())
        .isEqualTo(bundle().resolve("job/clustering.jar").toString());
    assertThat(command.environment()).containsEntry("ACME_MODE", "fast");
    assertThat(command.workingFolder()).isEqualTo(folder);
    assertThat(site.out())
        .contains("Submitting to local[2] from ", "\nclusters: 2\n", "spark.acme.level bundle\n")
        .contains("Succeeded; the driver's log is " + bundle().resolve("submissions"));
    assertThat(site.err()).isEmpty();
  }

  @Test
  void saysThatTheJobFailedAsTheGoalDoes() throws IOException {
    BundleSite site = site(example());

    assertThat(site.run("exit 3")).isEqualTo(Script.JOB_FAILED);
    assertThat(site.err()).startsWith("job com.acme.Clustering: failed with exit code 3");
  }

  @Test
  void tellsBadInputFromAFailedJob() throws IOException {
    BundleSite site = site(example());
    Files.delete(bundle().resolve("job/clustering.jar"));

    assertThat(site.run("exit 0")).isEqualTo(Script.INPUT_AT_FAULT);
    assertThat(site.err()).startsWith("job: there is no packaged job at ");
  }

  @Test
  void tellsADamagedBundle() throws IOException {
    BundleSite site = site(example());
    Files.delete(bundle().resolve("bundle.json"));

    assertThat(site.run("exit 0")).isEqualTo(Script.ENVIRONMENT_AT_FAULT);
    assertThat(site.err()).startsWith("Cannot read " + bundle().resolve("bundle.json"));
  }

  @Test
  void layersTheCommandLineOverTheFileOverTheBundleOverTheSite() throws IOException {
    BundleSite site = site(example().conf("spark.acme.b", "bundle").conf("spark.acme.c", "bundle"));
    Path conf = Files.createDirectories(Path.of(site.sparkHome("3.5.5") + "/conf"));
    Files.writeString(
        conf.resolve("spark-defaults.conf"), "spark.acme.level site\nspark.acme.d site\n");
    Files.writeString(folder.resolve("own.conf"), "spark.acme.b file\nspark.acme.c file\n");

    site.run("grep acme \"$1\"", "--properties-file", "own.conf", "--conf", "spark.acme.c=command");

    assertThat(site.out().lines())
        .containsSubsequence(
            "spark.acme.b file",
            "spark.acme.c command",
            "spark.acme.d site",
            "spark.acme.level bundle");
  }

  @Test
  void givesOtherArgumentsAndNone() throws IOException {
    BundleSite site = site(example());

    site.run("exit 0", "--");

    assertThat(site.launched().application().arguments()).isEmpty();
  }

  @Test
  void warnsOfSecretsThatNobodyGives() throws IOException {
    BundleSite site = site(example().conf("spark.acme.password", "s3cr3t"));
    site.run("exit 0");
    assertThat(site.err())
        .startsWith(
            "Warning: These settings are secrets, which the bundle does not hold, and nothing here"
                + " gives them: spark.acme.password.");

    BundleSite again = new BundleSite(folder, bundle());
    again.sparkHome("3.5.5");
    Files.writeString(folder.resolve("own.conf"), "spark.acme.password own\n");
    again.run("grep password \"$1\"", "--properties-file", "own.conf");
    assertThat(again.err()).isEmpty();
    assertThat(again.out()).contains("spark.acme.password own\n");
  }

  @Test
  void showsWhatItWouldDoWithoutSecrets() throws IOException {
    BundleSite site = site(example());

    assertThat(site.run("exit 3", "--dry-run", "--conf", "spark.acme.token=s3cr3t")).isZero();
    assertThat(site.out())
        .contains(
            "Nothing is submitted",
            "  argument: Größe 雪\n",
            "  spark.acme.token=*********(redacted)  (given on the command line)\n",
            "  spark.acme.level=bundle  (the bundle's)\n");
    assertThat(bundle().resolve("submissions")).doesNotExist();

    assertThat(site.run("exit 3", "--dry-run", "--", "--password", "s3cr3t")).isZero();
    assertThat(site.out())
        .contains("  argument: --password\n  argument: *********(redacted)\n")
        .doesNotContain("s3cr3t");
  }

  @Test
  void notesSubmissionsWhereItIsTold() throws IOException {
    BundleSite site = site(example()).set("SPARK_MAVEN_STATE", "state");

    site.run("exit 0");

    assertThat(folder.resolve("state")).isNotEmptyDirectory();
    assertThat(bundle().resolve("submissions")).doesNotExist();
  }

  @Test
  void asksForAnotherPlaceWhereItCannotNote() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    BundleSite site = site(example()).set("SPARK_MAVEN_STATE", file + "/state");

    assertThat(site.run("exit 0")).isEqualTo(Script.ENVIRONMENT_AT_FAULT);
    assertThat(site.err())
        .isEqualTo(
            "Cannot write to %s/state, where submissions are noted; set SPARK_MAVEN_STATE to a"
                    .formatted(file)
                + " folder that can be written to\n");
  }

  @Test
  void tellsABundleOfAnotherForm() throws IOException {
    BundleSite site = site(example());
    Files.writeString(bundle().resolve("bundle.json"), "{\"format\": 1.5}");

    assertThat(site.run("exit 0")).isEqualTo(Script.ENVIRONMENT_AT_FAULT);
    assertThat(site.err()).contains("is of a form that this script does not know");
  }

  @Test
  void refusesTheMasterOfAnotherManager() throws IOException {
    BundleSite site = site(example());

    assertThat(site.run("exit 0", "--master", "yarn")).isEqualTo(Script.INPUT_AT_FAULT);
    assertThat(site.err())
        .isEqualTo(
            "spark.master: 'yarn' does not belong to the planned manager local."
                + " Give a master of that manager, or export the bundle of another environment\n");
  }

  @Test
  void refusesAnOptionsWrongValue() throws IOException {
    BundleSite site = site(example());

    assertThat(site.run("exit 0", "--wait-for", "ever")).isEqualTo(Script.INPUT_AT_FAULT);
    assertThat(site.err())
        .isEqualTo(
            "--wait-for: 'ever' is none of its values. Give one of accepted, running, end\n");
  }

  @Test
  void refusesToLeaveADriverThatIsItsChild() throws IOException {
    BundleSite site = site(example());

    assertThat(site.run("exit 0", "--wait-for", "running")).isEqualTo(Script.INPUT_AT_FAULT);
    assertThat(site.err())
        .isEqualTo(
            "--wait-for: running needs cluster mode: in client mode the driver is a child of this"
                + " script and ends with it. Give --conf spark.submit.deployMode=cluster, or"
                + " --wait-for end\n");
  }

  @Test
  void helpsWithoutABundle() {
    BundleSite site = new BundleSite(folder, folder.resolve("nowhere"));

    assertThat(site.run("exit 1", "--help")).isZero();
    assertThat(site.out()).contains("bin/submit [OPTIONS]");
  }

  private ExportExample example() {
    return new ExportExample(folder).conf("spark.acme.level", "bundle");
  }

  private BundleSite site(ExportExample example) throws IOException {
    BundleSite site = new BundleSite(folder, example.unpacked());
    site.sparkHome("3.5.5");
    return site;
  }

  private Path bundle() {
    return folder.resolve("unpacked");
  }
}
