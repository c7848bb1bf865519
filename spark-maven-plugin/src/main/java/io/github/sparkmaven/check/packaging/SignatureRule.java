/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Finds signatures that fit no longer: those of jars that were put into another one. A jar that is
 * signed and whole is none of these.
 */
record SignatureRule(Subject subject) {
  static final Rule RULE =
      new Rule(
          "signature-files",
          Severity.ERROR,
          "Signature files of jars that were put into another one",
          "The class loader refuses every class: java.lang.SecurityException: Invalid signature file"
              + " digest for Manifest main attributes");
  private static final String META = "META-INF/";
  private static final String FIX =
      "Leave them out: <exclude>META-INF/*.SF</exclude>, *.DSA and *.RSA in a filter of"
          + " maven-shade-plugin for *:*";

  List<Finding> findings(ClassPath path) {
    return path.all().stream().flatMap(jar -> finding(jar).stream()).toList();
  }

  private Optional<Finding> finding(JarIndex jar) {
    List<String> files =
        jar.entries().keySet().stream()
            .filter(name -> name.startsWith(META) && name.endsWith(".SF"))
            .filter(name -> name.indexOf('/', META.length()) < 0)
            .sorted()
            .toList();
    if (files.isEmpty()) {
      return Optional.empty();
    }
    return refusal(jar)
        .map(
            refusal ->
                new Finding(
                    RULE,
                    Place.of(subject.shown(jar.file()) + "!/" + files.get(0)),
                    "the signature is not this jar's"
                        + (files.size() == 1 ? "" : ", nor are " + (files.size() - 1) + " more")
                        + " ("
                        + refusal
                        + ")",
                    FIX));
  }

  /** Asks the JDK as a class loader does; it passes over algorithms that it no longer trusts. */
  private static Optional<String> refusal(JarIndex jar) {
    try (JarFile file = new JarFile(jar.file().toFile(), true)) {
      Manifest manifest = file.getManifest();
      if (!jar.classes().isEmpty()) {
        try (InputStream stream = file.getInputStream(file.getEntry(jar.classes().get(0).name()))) {
          stream.readAllBytes();
        }
      }
      return manifest == null || manifest.getEntries().isEmpty()
          ? Optional.of("the manifest has no digest of any class")
          : Optional.empty();
    } catch (SecurityException e) {
      return Optional.of("java.lang.SecurityException: " + e.getMessage());
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + jar.file() + ": " + e, e);
    }
  }
}
