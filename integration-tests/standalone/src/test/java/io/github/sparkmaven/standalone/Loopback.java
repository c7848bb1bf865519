/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.package$;
import org.apache.spark.rpc.RpcEnv;

/** Spark's own RPC on a free port of this machine. */
final class Loopback {
  static final String HOST = "127.0.0.1";

  private Loopback() {}

  /** Returns a configuration of few threads, so that many stubs fit into one JVM. */
  static SparkConf conf() {
    return new SparkConf(false)
        .set("spark.rpc.netty.dispatcher.numThreads", "1")
        .set("spark.rpc.io.serverThreads", "1")
        .set("spark.rpc.io.clientThreads", "1");
  }

  /** A master knows workers and applications by their addresses, so each needs its own. */
  static RpcEnv open(String name) {
    SparkConf conf = conf();
    SecurityManager security =
        new SecurityManager(conf, ScalaValues.none(), package$.MODULE$.AUTH_SECRET_FILE());
    return RpcEnv.create(name, HOST, HOST, 0, conf, security, 1, false);
  }
}
