/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.DeployMessages.MasterStateResponse;
import org.apache.spark.deploy.DeployMessages.RequestMasterState$;
import org.apache.spark.deploy.DeployMessages.RequestSubmitDriver;
import org.apache.spark.deploy.DeployMessages.SubmitDriverResponse;
import org.apache.spark.deploy.DriverDescription;
import org.apache.spark.deploy.master.ExecutorDesc;
import org.apache.spark.deploy.master.Master$;
import org.apache.spark.deploy.master.WorkerInfo;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.rpc.RpcEnv;
import scala.reflect.ClassTag$;

/**
 * Spark's own standalone master in this JVM, with stubs of workers and of an application.
 *
 * <p>A master handles one message at a time, and schedules while it handles a registration. What it
 * answers after it has acknowledged one is therefore its final word.
 */
final class RealMaster implements AutoCloseable {
  static final String ENDPOINT = "Master";
  private static final long PATIENCE_SECONDS = 30;

  private final RpcEnv env;
  private final RpcEndpointRef master;
  private final List<StubWorker> workers = new ArrayList<>();
  private final List<StubApplication> applications = new ArrayList<>();
  private final BlockingQueue<String> launched = new LinkedBlockingQueue<>();

  private RealMaster(boolean spreadOut) {
    SparkConf conf = Loopback.conf().set("spark.deploy.spreadOut", Boolean.toString(spreadOut));
    this.env = Master$.MODULE$.startRpcEnvAndEndpoint(Loopback.HOST, 0, 0, conf)._1();
    // Of the master's own RPC environment: its answers are then the objects it works with, and not
    // copies, in which what it granted is transient.
    this.master = env.setupEndpointRef(env.address(), ENDPOINT);
  }

  /** Asks a new master what it grants. */
  static Granted grant(MasterCase question) throws InterruptedException {
    return grant(question.workers(), question.settings(), question.spreadOut(), question.driver());
  }

  /** Asks a new master what it grants an application of the given settings. */
  static Granted grant(
      List<MasterCase.Worker> offers,
      Map<String, String> settings,
      boolean spreadOut,
      Optional<MasterCase.Driver> driver)
      throws InterruptedException {
    try (RealMaster master = new RealMaster(spreadOut)) {
      master.register(offers);
      if (driver.isEmpty() || master.submit(driver.get())) {
        master.start(settings);
      }
      return master.granted();
    }
  }

  /** All workers are there before the application comes, in the order given. */
  private void register(List<MasterCase.Worker> offers) {
    for (MasterCase.Worker offer : offers) {
      StubWorker worker =
          new StubWorker("worker-%04d".formatted(workers.size()), env.address(), launched);
      workers.add(worker);
      CompletableFuture<String> registered = worker.register(offer);
      registered.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  /** Submits a driver as spark-submit does in cluster mode, and says whether it found a worker. */
  private boolean submit(MasterCase.Driver driver) {
    DriverDescription description =
        new DriverDescription(
            "stub.jar",
            driver.memoryMib(),
            driver.cores(),
            false,
            StubApplication.command(),
            ScalaValues.noElements());
    SubmitDriverResponse answer =
        master.askSync(
            new RequestSubmitDriver(description),
            ClassTag$.MODULE$.<SubmitDriverResponse>apply(SubmitDriverResponse.class));
    if (!answer.success()) {
      throw new IllegalStateException(answer.message());
    }
    return state().activeDrivers()[0].worker().isDefined();
  }

  private void start(Map<String, String> settings) {
    StubApplication application = new StubApplication(env.address());
    applications.add(application);
    application.register(settings);
  }

  private Granted granted() throws InterruptedException {
    List<WorkerInfo> inOrder =
        Arrays.stream(state().workers()).sorted(Comparator.comparing(WorkerInfo::id)).toList();
    OptionalInt driver =
        IntStream.range(0, inOrder.size())
            .filter(position -> inOrder.get(position).drivers().nonEmpty())
            .findFirst();
    Granted granted = new Granted(inOrder.stream().map(RealMaster::share).toList(), driver);
    awaitLaunches(granted.executors() + (driver.isPresent() ? 1 : 0));
    return granted;
  }

  private static Granted.Share share(WorkerInfo worker) {
    List<ExecutorDesc> executors = ScalaValues.copy(worker.executors().values());
    return new Granted.Share(
        executors.size(),
        executors.stream().mapToInt(ExecutorDesc::cores).sum(),
        executors.stream().mapToInt(ExecutorDesc::memory).sum());
  }

  /** What the master has booked must have reached the workers. */
  private void awaitLaunches(int count) throws InterruptedException {
    for (int heard = 0; heard < count; heard++) {
      if (launched.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
        throw new IllegalStateException(
            "the workers heard of " + heard + " launches, the master booked " + count);
      }
    }
  }

  private MasterStateResponse state() {
    return master.askSync(
        RequestMasterState$.MODULE$,
        ClassTag$.MODULE$.<MasterStateResponse>apply(MasterStateResponse.class));
  }

  @Override
  public void close() {
    applications.forEach(StubApplication::close);
    workers.forEach(StubWorker::close);
    env.shutdown();
    env.awaitTermination();
  }
}
