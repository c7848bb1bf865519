/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.ApplicationDescription;
import org.apache.spark.deploy.Command;
import org.apache.spark.deploy.DeployMessages.RegisterApplication;
import org.apache.spark.deploy.DeployMessages.RegisteredApplication;
import org.apache.spark.deploy.DeployMessages.RequestExecutors;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfile$;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.rpc.ThreadSafeRpcEndpoint;
import org.apache.spark.util.Utils$;
import scala.PartialFunction;
import scala.collection.immutable.Map.Map1;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * A stub of an application: it registers with the master as Spark's StandaloneSchedulerBackend
 * does, with the resource profile that Spark itself makes of the settings, and runs no task.
 */
final class StubApplication implements ThreadSafeRpcEndpoint, AutoCloseable {
  private final RpcEnv env;
  private final RpcEndpointRef self;
  private final RpcEndpointRef master;
  private final CompletableFuture<String> registered = new CompletableFuture<>();

  StubApplication(RpcAddress master) {
    this.env = Loopback.open("sparkDriver");
    this.self = env.setupEndpoint("AppClient", this);
    this.master = env.setupEndpointRef(master, RealMaster.ENDPOINT);
  }

  /** Registers, and with dynamic allocation asks for the first executors. */
  void register(Map<String, String> settings) {
    SparkConf conf = new SparkConf(false).set("spark.master", "spark://" + master.address());
    settings.forEach(conf::set);
    ResourceProfile profile = ResourceProfile$.MODULE$.reInitDefaultProfile(conf);
    boolean dynamic = Utils$.MODULE$.isDynamicAllocationEnabled(conf);
    master.send(new RegisterApplication(description(conf, profile, dynamic), self));
    String id = registered.join();
    if (dynamic) {
      requestFirst(id, profile, Utils$.MODULE$.getDynamicAllocationInitialExecutors(conf));
    }
  }

  /** As in StandaloneSchedulerBackend.start. */
  private static ApplicationDescription description(
      SparkConf conf, ResourceProfile profile, boolean dynamic) {
    return new ApplicationDescription(
        "stub",
        conf.getOption("spark.cores.max").map(Integer::parseInt),
        command(),
        "",
        profile,
        ScalaValues.none(),
        ScalaValues.none(),
        dynamic ? scala.Option.apply(0) : ScalaValues.none(),
        "stub");
  }

  static Command command() {
    return new Command(
        "Stub",
        ScalaValues.noElements(),
        ScalaValues.noEntries(),
        ScalaValues.noElements(),
        ScalaValues.noElements(),
        ScalaValues.noElements());
  }

  /** As ExecutorAllocationManager does through the backend's doRequestTotalExecutors. */
  private void requestFirst(String id, ResourceProfile profile, int executors) {
    master.askSync(
        new RequestExecutors(id, new Map1<ResourceProfile, Object>(profile, executors)),
        ClassTag$.MODULE$.<Object>apply(Object.class));
  }

  @Override
  public RpcEnv rpcEnv() {
    return env;
  }

  @Override
  public PartialFunction<Object, BoxedUnit> receive() {
    return ScalaValues.handler(this::handle);
  }

  private boolean handle(Object message) {
    if (message instanceof RegisteredApplication answer) {
      registered.complete(answer.appId());
    }
    return true;
  }

  @Override
  public void close() {
    env.shutdown();
  }
}
