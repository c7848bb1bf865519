/* SPDX-License-Identifier: Apache-2.0 */

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Makes the tables that the workloads read, and the answers that they have to come to.
 *
 * <p>Arguments: the folder, which gets a file {@code complete} last, and the scale. What an
 * earlier run has written whole is kept.
 */
public final class Data {
  private static final int FILES = 8;

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Path folder;
  private final Sizes sizes;

  /** Makes the rows of one file. */
  private interface Rows extends java.io.Serializable {
    Iterator<Row> of(int file);
  }

  /** Makes the row or line of a number. */
  private interface Numbered<T> extends java.io.Serializable {
    T of(long number);
  }

  private Data(SparkSession spark, Path folder, Sizes sizes) {
    this.spark = spark;
    this.context = new JavaSparkContext(spark.sparkContext());
    this.folder = folder;
    this.sizes = sizes;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Sizes sizes = Sizes.at(Double.parseDouble(arguments[1]));
    SparkSession spark = SparkSession.builder().getOrCreate();
    Data data = new Data(spark, folder, sizes);
    data.writeTpch();
    data.writeTables();
    spark.stop();
    data.writeSmallFiles();
    data.writeAnswers();
    Files.writeString(folder.resolve("complete"), "");
  }

  private void writeAnswers() throws IOException {
    Path file = folder.resolve("answers.properties");
    Properties answers = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        answers.load(reader);
      }
    }
    for (var answer : Answers.of(sizes).entrySet()) {
      if (!answers.containsKey(answer.getKey())) {
        answers.put(answer.getKey(), answer.getValue().get());
        store(answers, file);
      }
    }
  }

  private static void store(Properties answers, Path file) throws IOException {
    Path part = file.resolveSibling("answers.part");
    try (Writer writer = Files.newBufferedWriter(part)) {
      answers.store(writer, null);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void writeTpch() {
    double scale = sizes.tpch();
    write(
        "lineitem",
        Tpch.LINE_ITEM,
        file -> mapped(Tpch.lineItems(scale, file + 1, FILES), Tpch::row));
    write("orders", Tpch.ORDERS, file -> mapped(Tpch.orders(scale, file + 1, FILES), Tpch::row));
    write(
        "customer",
        Tpch.CUSTOMER,
        file -> mapped(Tpch.customers(scale, file + 1, FILES), Tpch::row));
    write(
        "supplier",
        Tpch.SUPPLIER,
        file -> mapped(Tpch.suppliers(scale, file + 1, FILES), Tpch::row));
    write("nation", Tpch.NATION, file -> mapped(Tpch.nations(), Tpch::row), 1);
    write("region", Tpch.REGION, file -> mapped(Tpch.regions(), Tpch::row), 1);
  }

  private void writeTables() {
    long labels = sizes.labels();
    writeNumbered(
        "facts",
        "key bigint, value bigint, text string",
        sizes.facts(),
        row -> RowFactory.create(Facts.key(row, labels), Facts.value(row), Facts.text(row)));
    writeNumbered(
        "labels",
        "key bigint, weight bigint, label string",
        labels,
        key -> RowFactory.create(key, Facts.weight(key), Facts.label(key)));
    long wide = sizes.wide();
    writeNumbered("wide", wideSchema(), wide, row -> wideRow(row, wide));
    writeNumbered(
        "unsorted",
        "key bigint, text string",
        sizes.sorted(),
        row -> RowFactory.create(Numbers.mixed(row), Sorted.text(row)));
    writeNumbered(
        "points",
        "coordinates array<double>",
        sizes.points(),
        row -> RowFactory.create((Object) Points.point(row)));
    writeNumbered(
        "texts",
        "text string, value bigint",
        sizes.texts(),
        row -> RowFactory.create(Numbers.text(row, 3), Facts.value(row)));
    long visits = sizes.visits();
    if (!isComplete("visits")) {
      spark
          .createDataset(
              numbered(visits, row -> Visits.line(row, visits)).rdd(), Encoders.STRING())
          .write()
          .mode("overwrite")
          .text(folder.resolve("visits").toString());
    }
  }

  /** Whether the table was written whole by an earlier run that did not get to the end. */
  private boolean isComplete(String table) {
    return Files.exists(folder.resolve(table).resolve("_SUCCESS"));
  }

  private void writeSmallFiles() throws IOException {
    Path sales = Files.createDirectories(folder.resolve("sales"));
    for (int file = 0; file < sizes.files(); file++) {
      long first = (long) file * Sales.LINES;
      Iterable<String> lines =
          LongStream.range(first, first + Sales.LINES).mapToObj(Sales::line)::iterator;
      Files.write(sales.resolve("till-" + file + ".csv"), lines, StandardCharsets.US_ASCII);
    }
  }

  private static String wideSchema() {
    StringBuilder schema = new StringBuilder("key bigint, text string");
    IntStream.range(0, Wide.NUMBERS).forEach(i -> schema.append(", n").append(i).append(" bigint"));
    return schema.toString();
  }

  private static Row wideRow(long row, long rows) {
    Object[] values = new Object[2 + Wide.NUMBERS];
    values[0] = Wide.key(row, rows);
    values[1] = Wide.text(row);
    for (int i = 0; i < Wide.NUMBERS; i++) {
      values[2 + i] = Wide.number(row, i);
    }
    return RowFactory.create(values);
  }

  private void write(String table, String schema, Rows rows) {
    write(table, schema, rows, FILES);
  }

  private void write(String table, String schema, Rows rows, int files) {
    write(table, schema, files(files).flatMap(rows::of));
  }

  private void writeNumbered(String table, String schema, long count, Numbered<Row> row) {
    write(table, schema, numbered(count, row));
  }

  private <T> JavaRDD<T> numbered(long count, Numbered<T> made) {
    return files(FILES)
        .flatMap(
            file ->
                LongStream.range(count * file / FILES, count * (file + 1) / FILES)
                    .mapToObj(made::of)
                    .iterator());
  }

  private JavaRDD<Integer> files(int files) {
    return context.parallelize(IntStream.range(0, files).boxed().toList(), files);
  }

  private void write(String table, String schema, JavaRDD<Row> rows) {
    if (isComplete(table)) {
      return;
    }
    spark
        .createDataFrame(rows, StructType.fromDDL(schema))
        .write()
        .mode("overwrite")
        .parquet(folder.resolve(table).toString());
  }

  private static <T> Iterator<Row> mapped(
      Iterable<T> entities, java.util.function.Function<T, Row> row) {
    return StreamSupport.stream(entities.spliterator(), false).map(row).iterator();
  }
}
