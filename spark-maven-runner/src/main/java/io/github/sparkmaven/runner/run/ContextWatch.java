/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.run;

import io.github.sparkmaven.runner.EventChannel;
import java.io.IOException;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import scala.Option;

/** Waits for the job's first context, and tells where it runs and where its UI is. */
final class ContextWatch {
  private static final long LOOK_EVERY_MILLIS = 20;

  private ContextWatch() {}

  static void start(EventChannel channel) {
    Thread thread = new Thread(() -> watch(channel), "context-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private static void watch(EventChannel channel) {
    try {
      Option<SparkContext> context = SparkContext$.MODULE$.getActive();
      while (context.isEmpty()) {
        Thread.sleep(LOOK_EVERY_MILLIS);
        context = SparkContext$.MODULE$.getActive();
      }
      Option<String> address = context.get().uiWebUrl();
      channel.send("context", context.get().master(), address.isDefined() ? address.get() : "");
    } catch (IOException | LinkageError e) {
      // Nobody reads, or this Spark has it elsewhere: the job does not depend on it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
