/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.check.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that the JDK's own tools have signed. */
class SignatureRuleTest {
  @TempDir Path folder;
  private Path signed = Path.of("");

  @BeforeEach
  void sign() throws IOException, InterruptedException {
    signed = new TestJar().classes("org/lib/A").write(folder.resolve("lib-1.0.jar"));
    String store = folder.resolve("keys").toString();
    run(
        "keytool",
        "-genkeypair",
        "-alias",
        "lib",
        "-keyalg",
        "EC",
        "-dname",
        "CN=lib",
        "-keystore",
        store,
        "-storepass",
        "changeit",
        "-keypass",
        "changeit");
    run("jarsigner", "-keystore", store, "-storepass", "changeit", signed.toString(), "lib");
  }

  @Test
  void passesAJarThatIsSignedAndWhole() throws IOException {
    SeededModule module = new SeededModule(folder);
    copyInto(module.along("lib-1.0.jar"), "META-INF/MANIFEST.MF");

    assertThat(module.findings()).isEmpty();
  }

  @Test
  void findsASignatureThatWasPutIntoAnotherJar() throws IOException {
    SeededModule module = new SeededModule(folder);
    copyInto(module.job, "none");
    module.job.text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nCreated-By: acme\n\n");

    assertThat(module.findings())
        .singleElement()
        .extracting(Finding::what)
        .asString()
        .startsWith("the signature is not this jar's (java.lang.SecurityException: ");
  }

  /** Copies all but the manifest, and that too where it is asked for. */
  private void copyInto(TestJar jar, String manifest) throws IOException {
    try (ZipFile zip = new ZipFile(signed.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        boolean isManifest = entry.getName().equals("META-INF/MANIFEST.MF");
        if (!entry.isDirectory() && (!isManifest || entry.getName().equals(manifest))) {
          jar.bytes(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    }
  }

  private static void run(String tool, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(words));
    Path log = Files.createTempFile(tool, ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    Files.delete(log);
  }
}
