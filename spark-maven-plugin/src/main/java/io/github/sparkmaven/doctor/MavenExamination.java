/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at Maven and at the JDKs of its toolchains.xml. */
record MavenExamination(DoctorRequest.Build build) implements Examination {
  private static final String MAVEN = "maven";
  private static final String TOOLCHAINS = "toolchains";
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

  @Override
  public String id() {
    return MAVEN;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(version());
    List<Path> gone =
        build.toolchains().stream().filter(jdk -> !Files.isDirectory(jdk)).distinct().toList();
    gone.forEach(jdk -> findings.add(gone(jdk)));
    if (gone.isEmpty() && !build.toolchains().isEmpty()) {
      findings.add(
          Finding.ok(
              TOOLCHAINS, "all JDKs of toolchains.xml are there: " + build.toolchains().size()));
    }
    return findings;
  }

  private Finding version() {
    String version = "Maven " + build.mavenVersion();
    return supported()
        ? Finding.ok(MAVEN, version)
        : Finding.error(
            MAVEN,
            version + " is older than 3.6.3",
            "The goals are neither written for it nor tried on it.",
            "Use Maven 3.6.3 or later, as with the Maven wrapper: mvn wrapper:wrapper -Dmaven=3.9.9");
  }

  private boolean supported() {
    Matcher form = VERSION.matcher(build.mavenVersion());
    if (!form.matches()) {
      return true;
    }
    int number = 0;
    for (int group = 1; group <= 3; group++) {
      number = number * 1000 + Integer.parseInt(form.group(group));
    }
    return number >= 3_006_003;
  }

  /** {@code JavaToolchainFactory} refuses every toolchain of the file for one that is gone. */
  private Finding gone(Path jdk) {
    String what = "toolchains.xml names " + jdk + ", which is not there";
    String fix = "Correct or remove that jdkHome in ~/.m2/toolchains.xml";
    return build.usesToolchains()
        ? Finding.error(
            TOOLCHAINS,
            what,
            "maven-toolchains-plugin of this build fails: Misconfigured toolchains.",
            fix)
        : Finding.warning(
            TOOLCHAINS,
            what,
            "A build with maven-toolchains-plugin fails: Misconfigured toolchains.",
            fix);
  }
}
