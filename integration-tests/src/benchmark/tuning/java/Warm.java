/* SPDX-License-Identifier: Apache-2.0 */

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * Runs the SQL workloads again and again in one session, with other settings each time: what a
 * setting does to the tasks, without the start of two JVMs and their compilers.
 *
 * <p>Arguments: the folder of the data, the rounds, the workloads, and sets of settings, each {@code
 * key=value[,key=value]}; the first set is none, the session's own settings.
 */
public final class Warm {
  private static final Map<String, Workloads.Workload> WORKLOADS =
      Map.of(
          "tpch",
          Queries::run,
          "skewed-join",
          Tables::skewedJoin,
          "returned-items",
          Queries::returnedItems,
          "best-customers",
          Queries::bestCustomers);

  private Warm() {}

  public static void main(String[] arguments) {
    SparkSession spark = SparkSession.builder().appName("warm").getOrCreate();
    List<String> chosen = List.of(arguments[2].split(",", -1));
    List<Map<String, String>> sets = new ArrayList<>(List.of(Map.of()));
    for (int i = 3; i < arguments.length; i++) {
      sets.add(settings(arguments[i]));
    }
    // The first round warms the JVMs up and is not told.
    for (int round = 0; round <= Integer.parseInt(arguments[1]); round++) {
      for (String name : chosen) {
        for (int turn = 0; turn < sets.size(); turn++) {
          // Each set is first in its turn: whatever is first finds colder caches.
          int set = (turn + round) % sets.size();
          double seconds = seconds(spark, WORKLOADS.get(name), arguments[0], sets.get(set));
          if (round > 0) {
            System.out.printf(
                Locale.ROOT,
                "warm round=%d workload=%s set=%d seconds=%.3f%n",
                round,
                name,
                set,
                seconds);
          }
        }
      }
    }
    spark.stop();
  }

  private static Map<String, String> settings(String text) {
    Map<String, String> settings = new TreeMap<>();
    for (String setting : text.split(",", -1)) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("not key=value: '" + setting + "'");
      }
      settings.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return settings;
  }

  private static double seconds(
      SparkSession spark, Workloads.Workload workload, String data, Map<String, String> settings) {
    Map<String, String> before = new TreeMap<>();
    settings.keySet().forEach(key -> before.put(key, spark.conf().get(key)));
    settings.forEach((key, value) -> spark.conf().set(key, value));
    long begin = System.nanoTime();
    workload.run(spark, data, "");
    long end = System.nanoTime();
    before.forEach((key, value) -> spark.conf().set(key, value));
    return (end - begin) / 1e9;
  }
}
