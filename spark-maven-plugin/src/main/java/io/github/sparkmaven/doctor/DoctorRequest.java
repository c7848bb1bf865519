/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.python.PythonProject;
import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is looked at.
 *
 * @param project what is known of the project
 * @param build Maven and its JDKs
 * @param places the folders that matter
 * @param python the project's Python, where it has some
 * @param limit how long looking may take in all
 */
public record DoctorRequest(
    Project project, Build build, Places places, Optional<PythonProject> python, TimeLimit limit) {

  /**
   * What is known of the project.
   *
   * @param spark its Spark, where it shows one
   * @param target where its job is to run, where that is known
   * @param conf its settings: the plan's where there is one, else those of the user and the site
   * @param plan the plan, where one can be made
   * @param problems what keeps the goals from their work
   */
  public record Project(
      Optional<SparkVersion> spark,
      Optional<Target> target,
      LayeredConf conf,
      Optional<Plan> plan,
      List<Problem> problems) {

    /** Copies the problems. */
    public Project {
      problems = List.copyOf(problems);
    }

    /** Returns the manager; where nothing is known of a job, there is none. */
    Manager manager() {
      return target
          .map(Target::manager)
          .or(() -> plan.map(planned -> planned.cluster().manager()))
          .orElse(Manager.LOCAL);
    }

    /** Says whether the driver is to run on this machine. */
    boolean drivesHere() {
      return manager() == Manager.LOCAL || mode() == DeployMode.CLIENT;
    }

    /** Says whether executors of other machines are to reach a driver on this one. */
    boolean isReachedFromOutside() {
      return manager() != Manager.LOCAL && mode() == DeployMode.CLIENT;
    }

    private DeployMode mode() {
      return target
          .map(Target::mode)
          .or(() -> plan.map(planned -> planned.cluster().deployMode()))
          .orElse(DeployMode.CLIENT);
    }

    /** Returns the value of a setting, where one is given. */
    Optional<String> setting(String key) {
      return conf.find(key).map(Setting::value);
    }
  }

  /**
   * Maven and its JDKs.
   *
   * @param mavenVersion Maven's version
   * @param mavenHeapMib the largest heap of Maven's JVM, in MiB
   * @param ofMaven the JDK that Maven runs on
   * @param ofSpark the JDK that Spark's JVMs run on, where it is one
   * @param toolchains the folders of the JDKs in toolchains.xml
   * @param usesToolchains whether the build has maven-toolchains-plugin
   */
  public record Build(
      String mavenVersion,
      long mavenHeapMib,
      Path ofMaven,
      Optional<JavaHome> ofSpark,
      List<Path> toolchains,
      boolean usesToolchains) {

    /** Copies the toolchains. */
    public Build {
      toolchains = List.copyOf(toolchains);
    }
  }

  /**
   * The folders that matter.
   *
   * @param target the module's folder for what is built
   * @param cache the plugin's cache folder
   * @param home the Spark home on this machine that is used, where one is found
   * @param confFolder the site's Spark configuration, where there is one
   * @param hadoopConfFolder what {@code cluster/hadoopConfDir} names
   */
  public record Places(
      Path target,
      Path cache,
      Optional<Path> home,
      Optional<Path> confFolder,
      Optional<Path> hadoopConfFolder) {}
}
