/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults that are planted into a module, each found; and what looks like one and is none. */
class PackageCorpusTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.github.sparkmaven.check.packaging.PackageSeeds#faults")
  void findsWhatIsPlanted(PackageSeeds.Fault fault) {
    assertThat(found(fault.plant())).containsExactly(fault.rule() + " " + fault.place());
  }

  @ParameterizedTest
  @MethodSource("io.github.sparkmaven.check.packaging.PackageSeeds#twins")
  void findsNothingInWhatOnlyLooksLikeAFault(PackageSeeds.Twin twin) {
    assertThat(found(twin.plant())).isEmpty();
  }

  @Test
  void plantsAFaultForEveryRule() {
    assertThat(PackageSeeds.faults().stream().map(PackageSeeds.Fault::rule).distinct())
        .containsExactlyInAnyOrderElementsOf(PackageCheck.RULES.stream().map(Rule::id).toList());
    assertThat(PackageSeeds.faults()).hasSizeGreaterThanOrEqualTo(35);
  }

  private List<String> found(Consumer<SeededModule> plant) {
    SeededModule module = new SeededModule(folder);
    plant.accept(module);
    return module.findings().stream().map(PackageCorpusTest::text).collect(Collectors.toList());
  }

  private static String text(Finding finding) {
    return finding.rule().id() + " " + finding.place();
  }
}
