/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaDifferencesTest {
  @Test
  void findsNothingBetweenEqualSchemas() {
    assertThat(between("a INT, b ARRAY<INT>", "a INT, b ARRAY<INT>")).isEmpty();
    assertThat(between("a INT NOT NULL", "a INT")).isEmpty();
  }

  @Test
  void tellsMissingUnexpectedAndOtherTypes() {
    assertThat(between("points INT, name INT", "name STRING, score DOUBLE"))
        .containsExactly(
            "name is INT instead of STRING", "score DOUBLE is missing", "points INT is unexpected");
  }

  @Test
  void looksIntoNestedTypes() {
    assertThat(
            between(
                "s STRUCT<zip: INT, no: INT>, a ARRAY<STRUCT<x: INT>>, m MAP<STRING, INT>",
                "s STRUCT<no: INT, zip: STRING>, a ARRAY<STRUCT<y: INT>>, m MAP<INT, DOUBLE>"))
        .containsExactly(
            "s.zip is INT instead of STRING",
            "the fields of s stand in the order zip, no instead of no, zip",
            "a[].y INT is missing",
            "a[].x INT is unexpected",
            "m key is STRING instead of INT",
            "m value is INT instead of DOUBLE");
  }

  @Test
  void countsRepeatedNames() {
    assertThat(between("a INT, a INT", "a INT")).containsExactly("a INT is unexpected");
    assertThat(between("a INT, a STRING", "a INT, a STRING")).isEmpty();
  }

  @Test
  void tellsNullabilityIfItCounts() {
    assertThat(
            SchemaDifferences.between(
                Schemas.parse("a INT NOT NULL, b INT, c STRUCT<d: INT>"),
                Schemas.parse("a INT, b INT NOT NULL, c STRUCT<d: INT NOT NULL>"),
                true,
                true))
        .containsExactly(
            "a is NOT NULL instead of nullable",
            "b may be null instead of NOT NULL",
            "c.d may be null instead of NOT NULL");
  }

  private static List<String> between(String actual, String expected) {
    return SchemaDifferences.between(Schemas.parse(actual), Schemas.parse(expected), false, true);
  }
}
