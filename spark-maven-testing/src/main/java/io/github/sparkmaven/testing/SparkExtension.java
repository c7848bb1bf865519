/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Injects one {@link SparkSession} in local mode, shared by all test classes of the JVM and put in
 * order after each, and {@link TestData} of it.
 *
 * <pre>{@code
 * @SparkTest
 * class ClusteringTest {
 *   @Test
 *   void findsTwoClusters(SparkSession spark) { ... }
 * }
 * }</pre>
 *
 * <p>A session costs seconds to start and a JVM holds only one Spark context, so the session starts
 * with the first class that wants it and stops once, after the last test of the run. It is the
 * default session and the test thread's active one, which {@code
 * SparkSession.builder().getOrCreate()} finds.
 *
 * <p>After each top-level class, its nested classes included, what was added is taken away:
 * temporary views and functions, databases, tables and functions of the catalog in memory, cached
 * data, running streaming queries; and settings, current catalog and current database are what they
 * were. Settings are also put back after each test method.
 *
 * <p>The session starts with these settings, each of which gives way to a system property of the
 * same name ({@code -Dspark.master=local[4]}), and both to {@link SparkConf}:
 *
 * <ul>
 *   <li>{@code spark.master=local[2]}: two task threads, enough to show code that works only when
 *       all rows are in one partition.
 *   <li>{@code spark.app.name=spark-tests}.
 *   <li>{@code spark.ui.enabled=false}: no web server that nobody looks at.
 *   <li>{@code spark.driver.bindAddress=127.0.0.1} and {@code spark.driver.host=127.0.0.1}: works
 *       without network, behind a VPN and where the machine cannot resolve its own name.
 *   <li>{@code spark.sql.shuffle.partitions=2}: the default of 200 starts 200 tasks for a handful
 *       of rows.
 *   <li>{@code spark.sql.warehouse.dir}: a temporary folder, so that no table of a run that was
 *       killed is in the way.
 * </ul>
 *
 * <p>A session that runs already, started by other code in this JVM, is injected as it is, put in
 * order like any other, and left running. When a test stops the session, as the {@code main} of a
 * job does, the next test gets a new one.
 *
 * <p>Where JUnit runs tests in parallel, classes that use the session have to run one after the
 * other, which {@link SparkTest} sees to. Without it, a class that comes in between fails with an
 * {@link IllegalStateException} that says so.
 */
public final class SparkExtension
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
  /** The resource that classes lock that use the session; {@link SparkTest} does. */
  public static final String LOCK = "io.github.sparkmaven.testing.SparkSession";

  private static final Namespace NAMESPACE = Namespace.create(SparkExtension.class);

  /** Called by JUnit. */
  public SparkExtension() {}

  /** Starts Spark if it does not run, with the settings of the class. */
  @Override
  public void beforeAll(ExtensionContext context) {
    ClassScope scope = scope(context);
    SparkSession session = scope.session();
    if (topLevel(context) != context) {
      Class<?> nested = context.getRequiredTestClass();
      keep(context, SettingsScope.open(session, () -> apply(scope, session, nested), () -> {}));
    }
  }

  /** Gives the session the settings of the method. */
  @Override
  public void beforeEach(ExtensionContext context) {
    ClassScope scope = scope(context);
    SparkSession session = scope.session();
    scope.methods().take(DeclaredSettings.name(context.getRequiredTestMethod()));
    Runnable change =
        () -> levels(context).forEach(declaredOn -> apply(scope, session, declaredOn));
    keep(context, SettingsScope.open(session, change, scope.methods()::release));
  }

  /** Answers whether the parameter is declared as a {@link SparkSession} or {@link TestData}. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == SparkSession.class || type == TestData.class;
  }

  /** Returns the shared session, started if none runs, or test data of it. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SparkSession session = scope(context).session();
    return parameter.getParameter().getType() == TestData.class ? TestData.of(session) : session;
  }

  private static void apply(ClassScope scope, SparkSession session, AnnotatedElement declaredOn) {
    Map<String, String> settings = DeclaredSettings.of(declaredOn);
    Map<String, String> refused = RuntimeSettings.apply(session, settings, declaredOn);
    refused.forEach(
        (key, value) -> {
          if (!value.equals(scope.startSettings().get(key))) {
            throw new IllegalArgumentException(
                DeclaredSettings.shown(key, value, declaredOn)
                    + " comes too late: Spark reads this setting when a context starts. Put the"
                    + " annotation on a top-level class, which then has a context of its own.");
          }
        });
  }

  /** The classes from the outermost to the innermost, then the method. */
  private static Deque<AnnotatedElement> levels(ExtensionContext context) {
    Deque<AnnotatedElement> levels = new ArrayDeque<>();
    levels.add(context.getRequiredTestMethod());
    ExtensionContext at = context;
    while (at.getTestClass().isPresent()) {
      Class<?> testClass = at.getRequiredTestClass();
      if (!levels.contains(testClass)) {
        levels.addFirst(testClass);
      }
      at = at.getParent().orElseGet(context::getRoot);
    }
    return levels;
  }

  private static ExtensionContext topLevel(ExtensionContext context) {
    ExtensionContext top = context;
    while (top.getParent().filter(parent -> parent.getTestClass().isPresent()).isPresent()) {
      top = top.getParent().get();
    }
    return top;
  }

  private static ClassScope scope(ExtensionContext context) {
    ExtensionContext top = topLevel(context);
    SharedSession shared =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                SharedSession.class, key -> new SharedSession(), SharedSession.class);
    return top.getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            ClassScope.class,
            key -> ClassScope.open(shared, top.getRequiredTestClass()),
            ClassScope.class);
  }

  /** JUnit closes what is kept when the nested class or the method is over. */
  private static void keep(ExtensionContext context, SettingsScope scope) {
    context.getStore(NAMESPACE).put(SettingsScope.class, scope);
  }
}
