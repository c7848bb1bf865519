/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.SparkJars;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentationTest {
  @ParameterizedTest
  @CsvSource({
    "spark.executor.memory, configuration.html#application-properties",
    "spark.executor.cores, configuration.html#execution-behavior",
    "spark.executor.extraJavaOptions, configuration.html#runtime-environment",
    "spark.executorEnv.HOME, configuration.html#runtime-environment",
    "spark.master, configuration.html#application-properties",
    "spark.sql.shuffle.partitions, configuration.html#runtime-sql-configuration",
    "spark.sql.warehouse.dir, configuration.html#static-sql-configuration",
    "spark.shuffle.service.enabled, configuration.html#shuffle-behavior",
    "spark.dynamicAllocation.enabled, configuration.html#dynamic-allocation",
    "spark.hadoop.fs.s3a.endpoint, configuration.html#custom-hadoophive-configuration",
    "spark.kubernetes.namespace, running-on-kubernetes.html#spark-properties",
    "spark.kerberos.keytab, security.html#kerberos",
    "spark.history.fs.logDirectory, monitoring.html#spark-history-server-configuration-options",
  })
  void linksToTheSectionThatHasTheKeyInTheProjectsOwnVersion(String key, String section)
      throws IOException {
    assertThat(link("3.5.5", key)).isEqualTo("https://spark.apache.org/docs/3.5.5/" + section);
    assertThat(link("4.1.0", key)).isEqualTo("https://spark.apache.org/docs/4.1.0/" + section);
  }

  @Test
  void linksToTheManagersOwnPage() throws IOException {
    assertThat(link("3.5.5", "spark.yarn.queue"))
        .isEqualTo("https://spark.apache.org/docs/3.5.5/running-on-yarn.html#spark-properties");
  }

  @ParameterizedTest
  @CsvSource({
    "spark.sql.files.openCostInBytes", // internal
    "spark.acme.own",
    "spark.yarn.no.such.key",
    "spark.driver.appUIAddress",
  })
  void makesNoLinkWhereNoSectionHasTheKey(String key) throws IOException {
    assertThat(link("3.5.5", key)).isEmpty();
  }

  @Test
  void linksAVendorsVersionToTheReleaseThatItComesFrom() throws IOException {
    assertThat(link("3.5.5", "3.5.5.3-cloudera-1", "spark.executor.memory"))
        .startsWith("https://spark.apache.org/docs/3.5.5/");
  }

  private static String link(String version, String key) throws IOException {
    return link(version, version, key);
  }

  private static String link(String jars, String version, String key) throws IOException {
    return new Documentation(new SparkVersion(version, "2.12"), SparkJars.known(jars)).link(key);
  }
}
