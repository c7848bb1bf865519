/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.plan.PlanExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory, disks and limits. */
class ResourcesTest {
  @TempDir Path folder;
  private Patient patient;

  @BeforeEach
  void sound() {
    patient = new Patient(folder);
    patient.plan = Optional.of(PlanExample.on(ClusterExample.of("local", 1, 8, "8g")).plan());
  }

  @Test
  void saysThatTheDriverFits() {
    assertThat(memory())
        .containsExactly(
            Finding.ok(
                "memory",
                "the driver's JVM asks for 4084 MiB (heap 3700, beside it 384); the machine has"
                    + " 32000 MiB, 16000 of them available, and 1024 MiB of swap"));
  }

  @Test
  void refusesAHeapThatIsMoreThanTheContainerMayHave() {
    patient.file("root/proc/self/cgroup", "0::/builds/7\n");
    patient.file("root/sys/fs/cgroup/builds/7/memory.max", "max\n");
    patient.file("root/sys/fs/cgroup/builds/memory.max", "2147483648\n");

    assertThat(memory())
        .containsExactly(
            Finding.error(
                "memory",
                "the driver's JVM asks for 4084 MiB (heap 3700, beside it 384); the container may"
                    + " have 2048 MiB, the machine has 32000 MiB, 16000 of them available, and 1024"
                    + " MiB of swap",
                "The container ends the JVM when it is full: Killed, exit code 137.",
                "Give the driver less (workload/driverMemory, or cluster/memory in local mode), or"
                    + " the machine more"));
  }

  @Test
  void readsTheFirstVersionOfControlGroupsToo() {
    patient.file("root/proc/self/cgroup", "5:cpu,cpuacct:/x\n4:memory:/builds\n0::/\n");
    patient.file("root/sys/fs/cgroup/memory/builds/memory.limit_in_bytes", "4276092928\n");
    patient.file("root/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");

    MemoryFigures figures = MemoryFigures.read(folder.resolve("root"));

    assertThat(figures.limit()).hasValue(4078);
    assertThat(memory()).extracting(Finding::severity).containsExactly(Severity.WARNING);
  }

  @Test
  void warnsOfMoreThanIsAvailable() {
    patient.memory(32_000, 4000);

    assertThat(memory()).extracting(Finding::severity).containsExactly(Severity.WARNING);
  }

  @Test
  void warnsWhereMavenTakesTheRest() {
    patient.memory(8000, 8000);
    patient.mavenHeapMib = 4000;

    assertThat(memory())
        .extracting(Finding::severity, Finding::fix)
        .containsExactly(
            tuple(
                Severity.WARNING,
                "Give Maven less, as with export MAVEN_OPTS=-Xmx512m or in .mvn/jvm.config"));
  }

  @Test
  void knowsNothingOfMemoryWhereTheKernelTellsNothing() throws IOException {
    Files.delete(folder.resolve("root/proc/meminfo"));

    assertThat(memory()).extracting(Finding::severity).containsExactly(Severity.NOTE);
  }

  @Test
  void leavesTheMemoryOfADriverInTheClusterAlone() {
    patient.on(Manager.YARN, "yarn", DeployMode.CLUSTER).memory(1000, 10);

    assertThat(memory())
        .containsExactly(
            Finding.ok(
                "memory", "the machine has 1000 MiB, 10 of them available, and 1024 MiB of swap"));
  }

  @Test
  void refusesAFolderThatCannotBeOne() throws IOException {
    Path file = patient.file("taken", "");
    patient.setting("spark.local.dir", file + "," + folder.resolve("tmp"));

    assertThat(disks())
        .contains(
            Finding.error(
                "disk",
                "spark.local.dir (" + file + ") cannot be written to",
                "Whatever runs next ends with an AccessDeniedException, or Failed to create local"
                    + " dir.",
                "Make " + file + " a folder that this user may write to"));
  }

  @Test
  void looksAtTheLocalFoldersOfTheVariableFirst() throws IOException {
    Path file = patient.file("taken", "");
    patient.setting("spark.local.dir", file.toString());
    patient.variable("SPARK_LOCAL_DIRS", folder.resolve("not/there/yet").toString());

    assertThat(disks()).extracting(Finding::severity).doesNotContain(Severity.ERROR);
    assertThat(disks().get(3).what())
        .matches("spark\\.local\\.dir \\(.*/not/there/yet\\) has \\d+ MiB left");
  }

  @Test
  void warnsOfATemporaryFolderWithoutExecution() throws IOException {
    Path tmp = folder.resolve("tmp").toRealPath();
    patient.file(
        "root/proc/mounts",
        "/dev/a / ext4 rw 0 0\ntmpfs " + tmp + " tmpfs rw,nosuid,noexec 0 0\nbroken\n");

    assertThat(disks())
        .contains(
            Finding.warning(
                "temporary-folder",
                folder.resolve("tmp") + " is on " + tmp + ", which is mounted noexec",
                "Spark's compression libraries are unpacked there: UnsatisfiedLinkError, failed to"
                    + " map segment from shared object: Operation not permitted. Parquet is"
                    + " compressed with one of them.",
                "Set spark.driver.extraJavaOptions to -Djava.io.tmpdir=/some/other/folder, or mount"
                    + " -o remount,exec "
                    + tmp));

    patient.setting(
        "spark.driver.extraJavaOptions", "-Dx -Djava.io.tmpdir=" + folder.resolve("home"));
    assertThat(disks()).extracting(Finding::id).doesNotContain("temporary-folder");
  }

  @Test
  void findsTheMountThatCoversAFolder() {
    patient.file(
        "root/proc/mounts", "a / x rw 0 0\nb /a\\040b x ro 0 0\nc /a\\040b x noexec 0 0\n");

    Mounts mounts = Mounts.read(folder.resolve("root"));

    assertThat(mounts.of(Path.of("/a b/c")).orElseThrow().options()).containsExactly("noexec");
    assertThat(mounts.of(Path.of("/a bc")).orElseThrow().options()).containsExactly("rw");
  }

  @Test
  void warnsOfFewOpenFilesByTheHardLimit() throws IOException {
    patient.limits("1024", "1024", "8192");

    assertThat(limits())
        .containsExactly(
            Finding.warning(
                "open-files",
                "a process may open 1024 files, and a driver here may need 1900",
                "A shuffle ends with FileNotFoundException (Too many open files): jars and sockets"
                    + " take 300, and each of 8 tasks a file for each of up to 200 partitions"
                    + " (spark.shuffle.sort.bypassMergeThreshold).",
                "ulimit -n 65536 before Maven; for good, nofile in /etc/security/limits.conf, or"
                    + " docker run --ulimit nofile=65536"),
            Finding.ok("processes", "this user may have 8192 processes and threads"));

    patient.limits("1024", "unlimited", "8192");
    assertThat(limits())
        .contains(Finding.ok("open-files", "a process may open any number of files"));
  }

  @Test
  void countsExecutorsForADriverOfACluster() throws IOException {
    patient.plan =
        Optional.of(
            PlanExample.on(ClusterExample.of("yarn", 6, 16, "64g"))
                .with(Layer.PLUGIN, "spark.executor.instances", "10")
                .plan());
    patient.limits("300", "300", "8192");

    assertThat(limits().get(0).what())
        .isEqualTo("a process may open 300 files, and a driver here may need 306");
  }

  @Test
  void warnsOfFewProcesses() throws IOException {
    patient.limits("20000", "20000", "256");

    assertThat(limits())
        .contains(
            Finding.warning(
                "processes",
                "this user may have 256 processes and threads",
                "A driver has about 100 threads, and all of this user's programs count:"
                    + " OutOfMemoryError, unable to create native thread.",
                "ulimit -u 4096 before Maven; for good, nproc in /etc/security/limits.conf"));
  }

  @Test
  void asksAShellWhereThereIsNoLinux() throws IOException {
    Files.delete(folder.resolve("root/proc/self/limits"));
    patient.commands =
        words ->
            new Commands.Said(0, List.of(words.get(2).equals("ulimit -Hn") ? "unlimited" : "2666"));

    assertThat(limits())
        .containsExactly(
            Finding.ok("open-files", "a process may open any number of files"),
            Finding.ok("processes", "this user may have 2666 processes and threads"));
  }

  private List<Finding> memory() {
    return new MemoryExamination(patient.request(), patient.surroundings()).findings();
  }

  private List<Finding> disks() throws IOException {
    return new DiskExamination(patient.request(), patient.surroundings()).findings();
  }

  private List<Finding> limits() throws IOException {
    return new LimitsExamination(patient.request(), patient.surroundings()).findings();
  }
}
