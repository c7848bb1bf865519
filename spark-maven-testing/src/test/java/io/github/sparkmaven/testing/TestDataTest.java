/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static io.github.sparkmaven.testing.DatasetAssert.assertDataset;
import static io.github.sparkmaven.testing.TestData.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class TestDataTest {
  private final TestData data;

  TestDataTest(TestData data) {
    this.data = data;
  }

  @Test
  void makesRowsOfEveryKind() {
    Dataset<Row> rows =
        data.rows(
            "b TINYINT, s SMALLINT, i INT, l BIGINT, f FLOAT, d DOUBLE, m DECIMAL(5,2), t STRING,"
                + " y BINARY, o BOOLEAN, da DATE, at TIMESTAMP",
            row(1, 2, 3, 4, 5, 6, 7, "eight", new byte[] {9}, true, day(), noon()),
            row(null, null, null, null, null, null, null, null, null, null, null, null));

    Row first = rows.collectAsList().get(0);
    assertThat(first.getByte(0)).isEqualTo((byte) 1);
    assertThat(first.getShort(1)).isEqualTo((short) 2);
    assertThat(first.getInt(2)).isEqualTo(3);
    assertThat(first.getLong(3)).isEqualTo(4);
    assertThat(first.getFloat(4)).isEqualTo(5);
    assertThat(first.getDouble(5)).isEqualTo(6);
    assertThat(first.getDecimal(6)).isEqualTo(new BigDecimal("7.00"));
    assertThat(first.getString(7)).isEqualTo("eight");
    assertThat((byte[]) first.get(8)).containsExactly(9);
    assertThat(first.getBoolean(9)).isTrue();
    assertThat(first.getDate(10)).isEqualTo(java.sql.Date.valueOf(day()));
    assertThat(first.getTimestamp(11).toInstant()).isEqualTo(noon());
    assertThat(rows.filter("b IS NULL AND at IS NULL").count()).isEqualTo(1);
  }

  @Test
  void makesRowsOfJavaSqlTimes() {
    Dataset<Row> rows =
        data.rows(
            "day DATE, at TIMESTAMP",
            row(java.sql.Date.valueOf(day()), java.sql.Timestamp.from(noon())));

    assertDataset(rows).hasRows(row(day(), noon()));
  }

  @Test
  void makesNestedRows() {
    Dataset<Row> rows =
        data.rows(
            "tags ARRAY<BIGINT>, scores MAP<STRING, DOUBLE>, address STRUCT<zip: STRING, no: INT>",
            row(Arrays.asList(1, null), Collections.singletonMap("a", 1), row("10115", 3)),
            row(new int[] {1, 2}, Collections.emptyMap(), null),
            row(new long[0], null, row(null, null)));

    List<Row> made = rows.collectAsList();
    assertThat(made.get(0).<Long>getList(0)).containsExactly(1L, null);
    assertThat(made.get(0).getJavaMap(1)).isEqualTo(Collections.singletonMap("a", 1.0));
    assertThat(made.get(0).getStruct(2)).isEqualTo(row("10115", 3));
    assertThat(made.get(1).<Long>getList(0)).containsExactly(1L, 2L);
    assertThat(made.get(1).isNullAt(2)).isTrue();
    assertThat(made.get(2).<Long>getList(0)).isEmpty();
  }

  @Test
  void takesASingleNull() {
    assertThat(row((Object[]) null).isNullAt(0)).isTrue();
    assertDataset(data.rows("a INT", row((Object) null))).hasCount(1);
  }

  @Test
  void makesNoRows() {
    assertDataset(data.rows("a INT")).isEmpty().hasSchema("a INT");
  }

  @Test
  void takesScalaCollections() {
    Dataset<Row> rows =
        data.rows(
            "tags ARRAY<STRING>, m MAP<STRING, INT>",
            row(Arrays.asList("a"), Collections.singletonMap("k", 1)));
    Row fromScala = rows.collectAsList().get(0);

    assertDataset(data.rows("tags ARRAY<STRING>, m MAP<STRING, INT>", fromScala)).matches(rows);
    assertDataset(data.rows("a INT, b INT", row(scala.Option.apply(1), scala.Option.empty())))
        .hasRows(row(1, null));
  }

  @Test
  void namesEveryValueThatDoesNotFit() {
    assertThatThrownBy(
            () ->
                data.rows(
                    "id INT NOT NULL, name STRING, price DECIMAL(4,2), tags ARRAY<INT>",
                    row(1, 2, 3.5, null),
                    row(null, "a", new BigDecimal("1.234"), Arrays.asList(1, "b")),
                    row(3_000_000_000L, "a"),
                    row(1.0f, "a", new BigDecimal("100"), "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            String.join(
                "\n",
                "9 values or rows do not fit the schema id INT NOT NULL, name STRING, price"
                    + " DECIMAL(4,2), tags ARRAY<INT>:",
                "  row 1, column name: 2 is a Integer, but STRING takes a String",
                "  row 1, column price: 3.5 is a Double, but DECIMAL(4,2) takes a BigDecimal or whole"
                    + " number of at most 4 digits, 2 of them after the point",
                "  row 2, column id: null, but the column is NOT NULL",
                "  row 2, column price: 1.234 is a BigDecimal, but DECIMAL(4,2) takes a BigDecimal or"
                    + " whole number of at most 4 digits, 2 of them after the point",
                "  row 2, column tags[1]: b is a String, but INT takes a whole number from"
                    + " -2147483648 to 2147483647",
                "  row 3 has 2 values, the schema has 4 columns",
                "  row 4, column id: 1.0 is a Float, but INT takes a whole number from -2147483648 to"
                    + " 2147483647",
                "  row 4, column price: 100 is a BigDecimal, but DECIMAL(4,2) takes a BigDecimal or"
                    + " whole number of at most 4 digits, 2 of them after the point",
                "  row 4, column tags: x is a String, but ARRAY<INT> takes a list or an array"));
  }

  @Test
  void namesValuesWithinStructsAndMaps() {
    assertThatThrownBy(
            () ->
                data.rows(
                    "a STRUCT<zip: STRING>, m MAP<STRING, INT>",
                    row(row(1), Collections.singletonMap("k", "v"))))
        .hasMessage(
            String.join(
                "\n",
                "2 values or rows do not fit the schema a STRUCT<zip: STRING>, m MAP<STRING, INT>:",
                "  row 1, column a.zip: 1 is a Integer, but STRING takes a String",
                "  row 1, column m[k]: v is a String, but INT takes a whole number from -2147483648 to"
                    + " 2147483647"));
  }

  @Test
  void namesASchemaThatCannotBeRead() {
    assertThatThrownBy(() -> data.rows("id INTT"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "The schema \"id INTT\" cannot be read. Write columns as in \"id INT NOT NULL, tags"
                + " ARRAY<STRING>, address STRUCT<zip: STRING>\". Spark says: ");
  }

  @Test
  void readsCsv() {
    assertDataset(data.csv("data/trips.csv"))
        .hasSchema("id STRING, name STRING, km STRING")
        .hasRows(row("1", "Ada", "1.5"), row("2", null, "2"));
    assertDataset(data.csv("/data/trips.csv", "id INT, name STRING, km DOUBLE"))
        .hasRows(row(1, "Ada", 1.5), row(2, null, 2));
    assertDataset(data.csv(Paths.get("src/test/resources/data/trips.csv"))).hasCount(2);
  }

  @Test
  void refusesAHeaderOfOtherColumns() {
    assertThatThrownBy(
            () -> data.csv("data/trips.csv", "name STRING, id INT, km DOUBLE").collectAsList())
        .hasStackTraceContaining("CSV header does not conform to the schema");
  }

  @Test
  void refusesACellThatDoesNotFit() {
    assertThatThrownBy(() -> data.csv("data/trips.csv", "id INT, name INT, km INT").collectAsList())
        .hasStackTraceContaining("FAILFAST");
  }

  @Test
  void readsJsonLines() {
    assertDataset(data.json("data/tags.jsonl"))
        .hasSchema("id BIGINT, tags ARRAY<STRING>")
        .hasRows(row(1, Arrays.asList("a", "b")), row(2, null));
    assertDataset(data.json("data/tags.jsonl", "id INT")).hasRows(row(1), row(2));
    assertDataset(data.json(Paths.get("src/test/resources/data/tags.jsonl"), "id INT")).hasCount(2);
  }

  @Test
  void readsParquet(@TempDir Path folder) {
    Path file = folder.resolve("numbers with blank");
    data.rows("id INT", row(1)).write().parquet(file.toString());

    assertDataset(data.parquet(file)).hasRows(row(1));
  }

  @Test
  void readsResourcesWithinJars(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("data.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("packed/numbers.csv"));
      out.write("id\n7\n".getBytes(StandardCharsets.UTF_8));
    }
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);

      assertDataset(data.csv("packed/numbers.csv")).hasRows(row("7"));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void namesAResourceThatIsNotThere() {
    assertThatThrownBy(() -> data.csv("no/such.csv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There is no resource \"no/such.csv\" on the class path. Put it into src/test/resources,"
                + " or give a java.nio.file.Path if a file is meant.");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> data.parquet(Paths.get("no", "such")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There is no file "
                + Paths.get("no/such").toAbsolutePath()
                + ". Relative paths start at "
                + Paths.get("").toAbsolutePath()
                + "; give a String if a resource on the class path is meant.");
  }

  private static LocalDate day() {
    return LocalDate.of(2026, 2, 28);
  }

  private static Instant noon() {
    return Instant.parse("2026-02-28T12:00:00Z");
  }
}
