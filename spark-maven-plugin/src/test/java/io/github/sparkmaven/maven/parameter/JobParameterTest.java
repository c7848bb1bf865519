/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobParameterTest {
  @Test
  void turnsAnEmptyElementIntoTheEmptyArgument() {
    JobParameter job =
        PomElement.fill(
            new JobParameter(),
            "<arguments><argument>--k</argument><argument/><argument> 2 </argument></arguments>");

    assertThat(job.arguments()).containsExactly("--k", "", "2");
  }

  @Test
  void isEmptyWithoutAClassAndAFile() {
    assertThat(new JobParameter().isEmpty()).isTrue();
    assertThat(PomElement.fill(new JobParameter(), "<mainClass>A</mainClass>").isEmpty()).isFalse();
    assertThat(PomElement.fill(new JobParameter(), "<pythonFile>a.py</pythonFile>").isEmpty())
        .isFalse();
  }

  @Test
  void hasNothingWhereNothingIsWritten() {
    JobParameter job = new JobParameter();

    assertThat(job.mainClass()).isEmpty();
    assertThat(job.pythonFile()).isEmpty();
    assertThat(job.arguments()).isEmpty();
    assertThat(job.workload()).isEmpty();
    assertThat(job.conf()).isEmpty();
  }

  @Test
  void readsItsOwnSettings() {
    JobParameter job =
        PomElement.fill(
            new JobParameter(),
            "<conf><spark.a>1</spark.a>"
                + "<property><name>spark.b/c</name><value>2</value></property></conf>");

    assertThat(job.conf()).containsEntry("spark.a", "1").containsEntry("spark.b/c", "2").hasSize(2);
  }

  @Test
  void looksForJobCasesUnlessTold() {
    assertThat(new TestParameter().includes()).containsExactly("**/*JobCase");
    assertThat(
            PomElement.fill(new TestParameter(), "<includes><include>**/*Spec</include></includes>")
                .includes())
        .containsExactly("**/*Spec");
  }
}
