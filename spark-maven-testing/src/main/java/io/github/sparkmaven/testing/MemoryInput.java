/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;

/**
 * Spark's stream in memory, which is internal: by reflection, because it moved to another package
 * in 4.1 and its methods take collections of the Scala it was compiled with.
 */
final class MemoryInput<T> {
  private static final List<String> CLASSES =
      Arrays.asList(
          "org.apache.spark.sql.execution.streaming.runtime.MemoryStream",
          "org.apache.spark.sql.execution.streaming.MemoryStream");

  private final Object stream;

  private MemoryInput(Object stream) {
    this.stream = stream;
  }

  static <T> MemoryInput<T> of(SparkSession spark, Encoder<T> encoder) {
    return new MemoryInput<>(call(factory(spark.version()), null, encoder, spark.sqlContext()));
  }

  private static Method factory(String version) {
    for (String name : CLASSES) {
      try {
        return Class.forName(name).getMethod("apply", Encoder.class, SQLContext.class);
      } catch (ClassNotFoundException | NoSuchMethodException e) {
        // Another Spark has it under another name.
      }
    }
    throw missing(version, "apply(Encoder, SQLContext) of one of " + CLASSES);
  }

  @SuppressWarnings("unchecked") // of the encoder's type
  Dataset<T> dataset() {
    return (Dataset<T>) call(method("toDS"), stream);
  }

  void add(List<T> values) {
    call(method("addData", scala.collection.Seq.class), stream, seq(values));
  }

  private static Object seq(List<?> values) {
    return JavaConverters.asScalaBuffer(values);
  }

  /** The public method with parameters that take these, and no narrower ones. */
  private Method method(String name, Class<?>... arguments) {
    return Arrays.stream(stream.getClass().getMethods())
        .filter(method -> method.getName().equals(name) && !method.isBridge())
        .filter(method -> takes(method.getParameterTypes(), arguments))
        .findFirst()
        .orElseThrow(() -> missing("this version", name + " of " + stream.getClass().getName()));
  }

  private static boolean takes(Class<?>[] parameters, Class<?>[] arguments) {
    // A buffer is no immutable sequence, which Scala 2.13 means by Seq.
    return parameters.length == arguments.length
        && (parameters.length == 0
            || (parameters[0].isAssignableFrom(arguments[0]) && parameters[0] != arguments[0]));
  }

  private static Object call(Method method, @Nullable Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (IllegalAccessException e) {
      throw missing("this version", method + " as a public method");
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    }
  }

  private static IllegalStateException missing(String version, String what) {
    return new IllegalStateException(
        "StreamFeed does not know Spark " + version + ": it looks for " + what + ".");
  }
}
