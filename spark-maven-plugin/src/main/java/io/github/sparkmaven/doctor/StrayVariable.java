/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.hardware.Manager;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An environment variable that changes what runs, or is thought to.
 *
 * @param name the names
 * @param severity how grave it is where it does something
 * @param managers the managers with which it does
 * @param pythonOnly whether it does so to Python alone
 * @param effect what it does
 */
record StrayVariable(
    Pattern name, Severity severity, Set<Manager> managers, boolean pythonOnly, String effect) {
  private static final Set<Manager> EVERYWHERE = Set.of(Manager.values());

  /**
   * Those that Spark or what it uses reads. Source: the launcher's {@code AbstractCommandBuilder}
   * and {@code SparkSubmitCommandBuilder}, {@code SparkSubmitArguments}, {@code Utils}, {@code
   * SparkContext} and {@code PythonRunner} of spark-core, and {@code java_gateway.py}.
   */
  static final List<StrayVariable> ALL =
      List.of(
          of(
              "SPARK_TESTING|SPARK_SQL_TESTING",
              Severity.WARNING,
              "Spark takes itself for under test: its memory reserve, its UI and its class path are"
                  + " others."),
          of(
              "SPARK_PREPEND_CLASSES",
              Severity.WARNING,
              "The launcher puts classes of a Spark build before the jars of the home."),
          of(
              "SPARK_ENV_LOADED",
              Severity.WARNING,
              "spark-submit takes spark-env.sh for read, and leaves it out."),
          of(
              "SPARK_SUBMIT_OPTS",
              Severity.WARNING,
              "spark-submit's JVM, the driver of client mode, gets these options; a -Dspark.… among"
                  + " them is a setting that no plan shows."),
          of(
              "SPARK_DIST_CLASSPATH",
              Severity.WARNING,
              "The launcher puts it behind the jars of the home. A home that is made of Maven's"
                  + " artifacts has its Hadoop already, and a second one is mixed in."),
          of(
              "SPARK_LOCAL_DIRS",
              Severity.NOTE,
              "A driver here, and in local mode all tasks, write there, whatever spark.local.dir"
                  + " says."),
          of(
              "SPARK_LOCAL_HOSTNAME|SPARK_PUBLIC_DNS",
              Severity.NOTE,
              "A driver here tells it to executors, or to who looks at its UI, as its own name."),
          of("SPARK_USER", Severity.NOTE, "The job runs under this user's name."),
          of(
              "HADOOP_USER_NAME",
              Severity.NOTE,
              "Without Kerberos, Hadoop takes this for the user that jobs and files belong to."),
          of(
              "SPARK_PRINT_LAUNCH_COMMAND",
              Severity.NOTE,
              "The launcher prints each command that it makes into the driver's log."),
          of(
              "SPARK_REMOTE|SPARK_CONNECT_MODE_ENABLED|SPARK_CONNECT_MODE" + "|SPARK_LOCAL_REMOTE",
              Severity.WARNING,
              "A session that the program makes goes to a Spark Connect server, not to the master"
                  + " that is planned for."),
          ofPython(
              "PYSPARK_SUBMIT_ARGS",
              Severity.WARNING,
              "Python tests start their JVM with these arguments; without pyspark-shell at their end"
                  + " it ends before it has told its port. A submission does not read it."),
          ofPython(
              "PYTHONPATH",
              Severity.WARNING,
              "The driver and tests find modules there that executors do not have:"
                  + " ModuleNotFoundError on the cluster only."),
          ofPython(
              "PYTHONHOME|PYTHONSTARTUP|PYTHONOPTIMIZE",
              Severity.NOTE,
              "Every interpreter of this machine obeys it, that of executors elsewhere does not."),
          ofPython(
              "PYSPARK_PYTHON|PYSPARK_DRIVER_PYTHON",
              Severity.NOTE,
              "The goals set spark.pyspark.python, which wins over it; in tests they replace it."),
          ofPython(
              "PYTHONHASHSEED",
              Severity.NOTE,
              "spark-submit sets it to 0 for the driver, and the plan for the workers."),
          new StrayVariable(
              Pattern.compile("(?i)(https?|all)_proxy"),
              Severity.WARNING,
              Set.of(Manager.KUBERNETES),
              false,
              "The client for Kubernetes goes through this proxy to the API, unless NO_PROXY names"
                  + " its host."),
          of(
              "MASTER|DEPLOY_MODE|SPARK_DRIVER_MEMORY|SPARK_EXECUTOR_MEMORY|SPARK_EXECUTOR_CORES"
                  + "|SPARK_MEM",
              Severity.NOTE,
              "spark-submit reads it where no setting is given; the goals give each."),
          of(
              "SPARK_(DAEMON|MASTER|WORKER|HISTORY|SHUFFLE)_[A-Z_]+|SPARK_MASTER",
              Severity.NOTE,
              "Only Spark's daemons (master, worker, history server) read it; no goal starts one."),
          of(
              "SPARK_CLASSPATH|SPARK_JAVA_OPTS|SPARK_SUBMIT_OPTIONS",
              Severity.NOTE,
              "No supported Spark reads it."));

  private static StrayVariable of(String name, Severity severity, String effect) {
    return new StrayVariable(Pattern.compile(name), severity, EVERYWHERE, false, effect);
  }

  private static StrayVariable ofPython(String name, Severity severity, String effect) {
    return new StrayVariable(Pattern.compile(name), severity, EVERYWHERE, true, effect);
  }

  /** Says whether a variable is one of these, and does something here. */
  boolean matters(String variable, Manager manager, boolean python) {
    return name.matcher(variable).matches()
        && managers.contains(manager)
        && (python || !pythonOnly);
  }
}
