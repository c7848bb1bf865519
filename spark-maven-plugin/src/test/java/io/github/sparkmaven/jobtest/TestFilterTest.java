/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestFilterTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '', com.acme.ClusteringJobCase, true
          Clustering*, com.acme.ClusteringJobCase, true
          com.acme.*, com.acme.ClusteringJobCase, true
          'Other, Clustering?obCase', com.acme.ClusteringJobCase, true
          ClusteringJobCase#finds*, com.acme.ClusteringJobCase, true
          Clustering, com.acme.ClusteringJobCase, false
          acme.*, com.acme.ClusteringJobCase, false
          """)
  void takesClassesBySimpleOrFullName(String filter, String name, boolean taken) {
    assertThat(TestFilter.of(filter).takesClass(name)).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '', two-clusters, true
          two-*, two-clusters, true
          Clustering*, two-clusters, false
          """)
  void takesCasesByName(String filter, String name, boolean taken) {
    assertThat(TestFilter.of(filter).takesCase(name)).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"'A,B', ''", "'A,B#c', 'A,B#c'"})
  void leavesMethodsToTheRunnerOnlyWhereTheyAreNamed(String filter, String patterns) {
    assertThat(String.join(",", TestFilter.of(filter).methodPatterns())).isEqualTo(patterns);
  }
}
