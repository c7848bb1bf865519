/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.deploy.DeployMessages.ExecutorStateChanged;
import org.apache.spark.deploy.DeployMessages.Heartbeat;
import org.apache.spark.deploy.DeployMessages.LaunchDriver;
import org.apache.spark.deploy.DeployMessages.LaunchExecutor;
import org.apache.spark.deploy.DeployMessages.RegisterWorker;
import org.apache.spark.deploy.DeployMessages.RegisteredWorker;
import org.apache.spark.deploy.ExecutorState$;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.rpc.ThreadSafeRpcEndpoint;
import scala.PartialFunction;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * A stub of a worker: it registers with the master as a real one does, says of every executor and
 * driver that it runs, and starts no process.
 */
final class StubWorker implements ThreadSafeRpcEndpoint, AutoCloseable {
  private final RpcEnv env;
  private final RpcEndpointRef self;
  private final RpcEndpointRef master;
  private final String id;
  private final CompletableFuture<String> registered = new CompletableFuture<>();
  private final BlockingQueue<String> launched;

  /**
   * Makes a worker that is yet to register.
   *
   * @param id by which the master will know it
   * @param launched filled with the id of each executor and driver that the master has heard of
   */
  StubWorker(String id, RpcAddress master, BlockingQueue<String> launched) {
    this.id = id;
    this.launched = launched;
    this.env = Loopback.open("sparkWorker");
    this.self = env.setupEndpoint("Worker", this);
    this.master = env.setupEndpointRef(master, RealMaster.ENDPOINT);
  }

  /** Registers, and returns what completes when the master has taken note. */
  CompletableFuture<String> register(MasterCase.Worker offer) {
    master.send(
        new RegisterWorker(
            id,
            Loopback.HOST,
            env.address().port(),
            self,
            offer.cores(),
            offer.memoryMib(),
            "",
            master.address(),
            ScalaValues.noEntries()));
    return registered;
  }

  @Override
  public RpcEnv rpcEnv() {
    return env;
  }

  @Override
  public PartialFunction<Object, BoxedUnit> receive() {
    return ScalaValues.handler(this::handle);
  }

  /** What else a worker hears, such as the end of an application, concerns processes. */
  private boolean handle(Object message) {
    if (message instanceof RegisteredWorker) {
      master.send(new Heartbeat(id, self));
      registered.complete(id);
    } else if (message instanceof LaunchExecutor launch) {
      run(launch);
    } else if (message instanceof LaunchDriver launch) {
      // A real worker is silent until a driver ends: the master refuses any state before that
      // (Master.scala, case DriverStateChanged).
      launched.add(launch.driverId());
    }
    return true;
  }

  private void run(LaunchExecutor launch) {
    master.askSync(
        new ExecutorStateChanged(
            launch.appId(),
            launch.execId(),
            ExecutorState$.MODULE$.RUNNING(),
            ScalaValues.none(),
            ScalaValues.none()),
        ClassTag$.MODULE$.<Object>apply(Object.class));
    launched.add(launch.appId() + "/" + launch.execId());
  }

  @Override
  public void close() {
    env.shutdown();
  }
}
