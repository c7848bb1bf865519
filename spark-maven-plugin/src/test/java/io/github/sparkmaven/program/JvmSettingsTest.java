/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.program.code.ProgramCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmSettingsTest {
  @TempDir Path folder;

  @Test
  void findsWhatConfAndBuilderAreGiven() throws IOException {
    assertThat(
            settings(
                """
                import org.apache.spark.SparkConf;
                import org.apache.spark.sql.SparkSession;
                public class Job {
                  public static void main(String[] args) {
                    SparkConf conf = new SparkConf().setMaster("local[4]").setAppName("job");
                    conf.set("spark.executor.memory", "2g");
                    SparkSession spark = SparkSession.builder().config(conf)
                        .config("spark.sql.shuffle.partitions", 10L)
                        .config("spark.sql.ansi.enabled", true)
                        .enableHiveSupport().getOrCreate();
                    spark.conf().set("spark.sql.adaptive.enabled", false);
                    spark.sql("set spark.sql.ansi.enabled = false");
                    spark.stop();
                  }
                }
                """))
        .containsExactly(
            "Job:5 SparkConf.setAppName spark.app.name=job START always",
            "Job:5 SparkConf.setMaster spark.master=local[4] START always",
            "Job:6 SparkConf.set spark.executor.memory=2g START always",
            "Job:8 builder().config spark.sql.shuffle.partitions=10 START always",
            "Job:9 builder().config spark.sql.ansi.enabled=true START always",
            "Job:10 builder().enableHiveSupport spark.sql.catalogImplementation=hive START always",
            "Job:11 spark.conf.set spark.sql.adaptive.enabled=false RUNNING always",
            "Job:12 sql(\"SET …\") spark.sql.ansi.enabled=false RUNNING always");
  }

  @Test
  void followsConstantsThroughFieldsMethodsAndTexts() throws IOException {
    assertThat(
            settings(
                """
                import org.apache.spark.SparkConf;
                public class Job extends Base {
                  private static final String MASTER = Names.MASTER;
                  private final String memory;
                  Job(String memory) { this.memory = memory; }
                  public static void main(String[] args) { new Job("3g").run(2); }
                  void run(int cores) {
                    SparkConf conf = new SparkConf().setMaster(MASTER);
                    set(conf, "executor.memory", memory);
                    set(conf, "executor.cores", String.valueOf(cores));
                    conf.set("spark.local.dir", folder() + "/scratch");
                    conf.set("spark.app.id", twice(name()));
                  }
                  static String twice(String text) { return text + "-" + text; }
                  static void set(SparkConf conf, String key, String value) {
                    conf.set("spark." + key, value);
                  }
                }
                """,
                """
                public class Base { String folder() { return "/data"; } String name() { return "a"; } }
                """,
                """
                public class Names { static String MASTER = "yarn"; }
                """))
        .containsExactly(
            "Job:8 SparkConf.setMaster spark.master=yarn START always",
            "Job:11 SparkConf.set spark.local.dir=/data/scratch START always",
            "Job:12 SparkConf.set spark.app.id=a-a START always",
            "Job:16 SparkConf.set spark.executor.cores=2 START always",
            "Job:16 SparkConf.set spark.executor.memory=3g START always");
  }

  @Test
  void saysWhatCannotBeKnown() throws IOException {
    assertThat(
            settings(
                """
                import java.util.HashMap;
                import org.apache.spark.SparkConf;
                import org.apache.spark.SparkContext;
                import org.apache.spark.sql.SparkSession;
                public class Job {
                  public static void main(String[] args) {
                    SparkConf conf = new SparkConf(false).setMaster(args[0]);
                    conf.set(args[1], "x");
                    conf.set("spark.a", System.getenv("A"));
                    conf.setIfMissing("spark.b", "b");
                    SparkSession.builder().config(new HashMap<String, Object>());
                    new SparkContext("local", args[2]);
                    System.setProperty("spark.c", "c");
                    System.setProperty("user.name", "c");
                  }
                }
                """))
        .containsExactly(
            "Job:7 new SparkConf(false) ?=? START always",
            "Job:7 SparkConf.setMaster spark.master=? START always",
            "Job:8 SparkConf.set ?=x START always",
            "Job:9 SparkConf.set spark.a=? START always",
            "Job:11 builder().config ?=? START always",
            "Job:12 new SparkContext spark.app.name=? START always",
            "Job:12 new SparkContext spark.master=local START always",
            "Job:13 System.setProperty spark.c=c START always");
  }

  @Test
  void tellsWhatAConditionDecides() throws IOException {
    assertThat(
            settings(
                """
                import org.apache.spark.SparkConf;
                public class Job {
                  public static void main(String[] args) {
                    if (args.length < 1) { System.err.println("usage"); System.exit(1); }
                    SparkConf conf = new SparkConf();
                    if (!conf.contains("spark.master")) { conf.setMaster("local[1]"); }
                    conf.setAppName(args.length > 1 ? "one" : "two");
                    if (args.length > 3) { helper(conf); }
                    try { conf.set("spark.a", "a"); } finally { conf.set("spark.b", "b"); }
                    for (String word : args) { conf.set("spark.c", "c"); }
                  }
                  static void helper(SparkConf conf) { conf.set("spark.d", "d"); }
                }
                """))
        .containsExactly(
            "Job:6 SparkConf.setMaster spark.master=local[1] START maybe",
            "Job:7 SparkConf.setAppName spark.app.name=one START maybe",
            "Job:7 SparkConf.setAppName spark.app.name=two START maybe",
            "Job:9 SparkConf.set spark.a=a START always",
            "Job:9 SparkConf.set spark.b=b START always",
            "Job:10 SparkConf.set spark.c=c START maybe",
            "Job:12 SparkConf.set spark.d=d START maybe");
  }

  @Test
  void readsOnlyWhatTheMainClassReaches() throws IOException {
    assertThat(
            settings(
                """
                import java.util.concurrent.Callable;
                import org.apache.spark.SparkConf;
                public class Job {
                  static final SparkConf CONF = new SparkConf().set("spark.a", "a");
                  public static void main(String[] args) throws Exception {
                    Runnable run = () -> CONF.set("spark.b", "b");
                    Callable<String> call = new Callable<String>() {
                      @Override public String call() { CONF.set("spark.c", "c"); return ""; }
                    };
                    Shape shape = args.length == 0 ? new Shape() : new Square();
                    shape.area();
                  }
                  static void unused() { CONF.set("spark.d", "d"); }
                }
                """,
                """
                public class Shape { void area() { Job.CONF.set("spark.e", "e"); } }
                """,
                """
                public class Square extends Shape { @Override void area() { Job.CONF.set("spark.f", "f"); } }
                """,
                """
                public class Demo {
                  public static void main(String[] args) { Job.CONF.setMaster("local"); }
                }
                """))
        .containsExactly(
            "Job:4 SparkConf.set spark.a=a START always",
            "Job:6 SparkConf.set spark.b=b START maybe",
            "Job$1:8 SparkConf.set spark.c=c START maybe",
            "Shape:1 SparkConf.set spark.e=e START maybe",
            "Square:1 SparkConf.set spark.f=f START maybe");
  }

  @Test
  void endsWhereCodeRunsInCircles() throws IOException {
    assertThat(
            settings(
                """
                import org.apache.spark.SparkConf;
                public class Job {
                  static String text = "a";
                  public static void main(String[] args) {
                    String name = "x";
                    while (name.length() < 5) { name = name + "y"; text = text + again(name, 3); }
                    new SparkConf().set("spark.a", name).set("spark.b", text).set("spark.c", again("z", 2));
                  }
                  static String again(String word, int times) {
                    return times == 0 ? word : again(word + word, times - 1);
                  }
                }
                """))
        .containsExactly(
            "Job:7 SparkConf.set spark.a=? START always",
            "Job:7 SparkConf.set spark.b=? START always",
            "Job:7 SparkConf.set spark.c=? START always");
  }

  private List<String> settings(String... sources) throws IOException {
    CompiledClasses.compileWithSpark(folder.resolve("classes"), sources);
    return JvmSettings.of(ProgramCode.of(List.of(folder.resolve("classes")), name -> true), "Job")
        .stream()
        .map(
            setting ->
                "%s %s %s=%s %s %s"
                    .formatted(
                        setting.place(),
                        setting.call(),
                        setting.key().orElse("?"),
                        setting.value().orElse("?"),
                        setting.moment(),
                        setting.always() ? "always" : "maybe"))
        .toList();
  }
}
