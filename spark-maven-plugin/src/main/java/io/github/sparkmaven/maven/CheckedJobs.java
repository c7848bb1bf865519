/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.check.CheckedJob;
import io.github.sparkmaven.check.Dependency;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.maven.parameter.SubmitDeclaration;
import io.github.sparkmaven.plan.KeyReport;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.python.PythonEnvironment;
import io.github.sparkmaven.python.PythonLayout;
import io.github.sparkmaven.python.PythonSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** The jobs of a module as they would be submitted, with all that goes along. */
final class CheckedJobs {
  private static final List<String> RESOURCE_KEYS =
      List.of("spark.jars", "spark.files", "spark.archives", "spark.submit.pyFiles");

  private final ProjectContext context;
  private final SubmitDeclaration declared;
  private final Log log;
  private final Once<Optional<PythonEnvironment>> python;
  private final Once<ProvidedJars> provided;
  // Whose dependencies go along, and whose Spark it is: the module, or an artifact's stand-in.
  private ProjectContext ofProgram;

  CheckedJobs(ProjectContext context, SubmitDeclaration declared, Log log) {
    this.context = context;
    this.declared = declared;
    this.log = log;
    this.ofProgram = context;
    this.python = new Once<>(() -> new PythonOfProject(context).environmentIfThere(spark(), log));
    this.provided = new Once<>(() -> ProvidedJars.of(home()));
  }

  /** Returns the jobs; a module may have none. */
  List<CheckedJob> all() {
    List<CheckedJob> all = new ArrayList<>();
    for (NamedJob job : context.environment().jobs()) {
      program(job).ifPresent(program -> all.add(checked(job, program)));
    }
    return all;
  }

  SparkVersion spark() {
    return (ofProgram.spark().isPresent() ? ofProgram : context).requiredSpark();
  }

  /** Returns Spark's own jars. */
  ProvidedJars provided() {
    return provided.get();
  }

  /** Returns what the program's POM brings. */
  List<Dependency> dependencies() {
    return new RuntimeDependencies(ofProgram, provided).all();
  }

  private SparkHome home() {
    HomeOfProject homes = new HomeOfProject(context, spark());
    boolean all =
        context.environment().jobs().stream()
            .allMatch(job -> new PythonJob(context, job).isPython());
    return all && python.get().isPresent()
        ? homes.ofPython(python.get().get())
        : homes.of(new PlanRequests(context).manager(spark()));
  }

  /** What a job is, before it is known what goes along. */
  private record Program(
      Optional<Path> jar, CheckedJob.Main main, Optional<CheckedJob.PythonSide> python) {}

  private Optional<Program> program(NamedJob job) {
    if (declared.what().artifact().isPresent() || declared.what().resource().isPresent()) {
      return new ProgramFinder(context, job, log).find(declared.what()).map(this::submitted);
    }
    PythonJob ofPython = new PythonJob(context, job);
    return ofPython.isPython() ? ofPython.program().map(this::ofPython) : packaged(job);
  }

  private Program submitted(SubmittedProgram program) {
    ofProgram = program.ofProgram().orElse(context);
    return new Program(
        program.file(),
        new CheckedJob.Main(
            program.mainClass(), Optional.empty(), OwnClasses.of(context, program.mainClass())),
        Optional.empty());
  }

  private Program ofPython(Path program) {
    PythonLayout layout = new PythonOfProject(context).layout();
    List<Path> files =
        Stream.concat(Stream.of(program), PythonSources.of(layout).stream()).distinct().toList();
    return new Program(
        Optional.empty(),
        new CheckedJob.Main(Optional.empty(), Optional.empty(), name -> false),
        python
            .get()
            .map(
                environment ->
                    new CheckedJob.PythonSide(
                        environment, program, layout.sources().orElseGet(layout::folder), files)));
  }

  private Optional<Program> packaged(NamedJob job) {
    PackagedJob packaged = new PackagedJob(context, job, declared.what().classifier());
    Problems problems = new Problems();
    Optional<String> mainClass = problems.attempt(packaged::mainClass).flatMap(found -> found);
    if (mainClass.isEmpty() && problems.none()) {
      return Optional.empty();
    }
    Path jar = packaged.jarToJudge(mainClass, problems);
    Optional<Problem> problem = problems.all().stream().findFirst();
    return Optional.of(
        new Program(
            Optional.of(jar),
            new CheckedJob.Main(mainClass, problem, OwnClasses.of(context, mainClass)),
            Optional.empty()));
  }

  private CheckedJob checked(NamedJob job, Program program) {
    LayeredConf conf = new GivenConf(context).of(spark(), job);
    List<Path> along = new ArrayList<>(namedJars());
    if (declared.dependencies()) {
      RuntimeDependencies dependencies = new RuntimeDependencies(ofProgram, provided);
      along.addAll(program.jar().map(dependencies::missingFrom).orElseGet(dependencies::ofPython));
    }
    return new CheckedJob(
        job.where(),
        program.jar(),
        along.stream().distinct().toList(),
        program.main(),
        program.python(),
        new PlanRequests(context).reached(spark(), job).managerOrDefault(),
        conf,
        keys(conf),
        resources(conf));
  }

  private List<Path> namedJars() {
    return declared.along().jars().stream()
        .filter(text -> text.startsWith("/"))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .toList();
  }

  private List<Problem> keys(LayeredConf conf) {
    Problems problems = new Problems();
    new KeyReport(spark(), conf, new KeysOfProject(context).check(spark()), problems).warnings();
    return problems.all();
  }

  private List<CheckedJob.Resource> resources(LayeredConf conf) {
    List<CheckedJob.Resource> resources = new ArrayList<>();
    SubmitDeclaration.Along along = declared.along();
    Map.of(
            "jars", along.jars(),
            "files", along.files(),
            "archives", along.archives(),
            "pyFiles", along.pyFiles())
        .forEach(
            (name, texts) ->
                texts.forEach(
                    text -> resources.add(new CheckedJob.Resource("submit/" + name, text))));
    for (String key : RESOURCE_KEYS) {
      conf.find(key)
          .ifPresent(
              setting ->
                  Stream.of(setting.value().split(",", -1))
                      .map(String::trim)
                      .filter(text -> !text.isEmpty())
                      .forEach(
                          text ->
                              resources.add(
                                  new CheckedJob.Resource(KeyReport.where(setting), text))));
    }
    return resources;
  }
}
