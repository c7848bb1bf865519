/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Names in a session's catalog: databases, tables, views, functions, and what is current.
 *
 * <p>All of it is asked in SQL, which has stayed the same while the Java API of catalogs has not.
 * Databases and tables count only in the catalog that lives in this JVM's memory: in a metastore
 * others may have created what is new.
 */
final class CatalogState {
  private static final String CATALOG = "spark_catalog";

  private final String current;
  private final Set<String> databases;
  private final Map<String, String> relations;
  private final Set<String> views;
  private final Set<String> globalViews;
  private final Set<String> functions;

  private CatalogState(SparkSession session) {
    current = current(session);
    boolean inMemory = inMemory(session);
    databases = inMemory ? databases(session) : Collections.emptySet();
    relations = inMemory ? relations(session, databases) : Collections.emptyMap();
    views = temporaryViews(session, "");
    globalViews = temporaryViews(session, globalDatabase(session));
    functions = functions(session, inMemory);
  }

  static CatalogState of(SparkSession session) {
    return new CatalogState(session);
  }

  /** Makes current what was current, and drops what has been created since. */
  void restore(SparkSession session, Attempts attempts) {
    attempts.run("make " + current + " current", () -> session.sql("USE " + current));
    attempts.run("look into the catalog", () -> dropNew(session, of(session), attempts));
  }

  private void dropNew(SparkSession session, CatalogState now, Attempts attempts) {
    for (String view : added(now.views, views)) {
      attempts.run("drop the view " + view, () -> session.catalog().dropTempView(view));
    }
    for (String view : added(now.globalViews, globalViews)) {
      attempts.run("drop the view " + view, () -> session.catalog().dropGlobalTempView(view));
    }
    Set<String> functionDrops = new LinkedHashSet<>();
    added(now.functions, functions).forEach(name -> functionDrops.add(dropFunction(name)));
    Set<String> drops = new LinkedHashSet<>(functionDrops);
    for (String relation : added(now.relations.keySet(), relations.keySet())) {
      drops.add("DROP " + now.relations.get(relation) + " IF EXISTS " + relation);
    }
    for (String database : added(now.databases, databases)) {
      drops.add("DROP DATABASE IF EXISTS " + CATALOG + "." + quoted(database) + " CASCADE");
    }
    drops.forEach(drop -> attempts.run(drop, () -> session.sql(drop)));
  }

  private static Set<String> added(Set<String> now, Set<String> before) {
    return now.stream()
        .filter(name -> !before.contains(name))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String current(SparkSession session) {
    Row row = session.sql("SELECT current_catalog(), current_database()").head();
    // The database comes quoted where it has to be.
    return row.getString(1).isEmpty()
        ? quoted(row.getString(0))
        : quoted(row.getString(0)) + "." + row.getString(1);
  }

  private static boolean inMemory(SparkSession session) {
    String implementation = session.conf().get("spark.sql.catalog.spark_catalog", "builtin");
    return session.conf().get("spark.sql.catalogImplementation", "in-memory").equals("in-memory")
        && (implementation.equals("builtin")
            || implementation.equals("org.apache.spark.sql.delta.catalog.DeltaCatalog"));
  }

  private static String globalDatabase(SparkSession session) {
    return session.conf().get("spark.sql.globalTempDatabase", "global_temp");
  }

  private static Set<String> databases(SparkSession session) {
    return session.sql("SHOW DATABASES IN " + CATALOG).collectAsList().stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Quoted names of tables and views that are no temporary ones; TABLE or VIEW by name. */
  private static Map<String, String> relations(SparkSession session, Set<String> databases) {
    Map<String, String> relations = new LinkedHashMap<>();
    for (String database : databases) {
      String in = CATALOG + "." + quoted(database);
      for (String kind : new String[] {"TABLE", "VIEW"}) {
        session.sql("SHOW " + kind + "S IN " + in).collectAsList().stream()
            .filter(row -> !row.getBoolean(2))
            .forEach(row -> relations.put(in + "." + quoted(row.getString(1)), kind));
      }
    }
    return relations;
  }

  private static Set<String> temporaryViews(SparkSession session, String database) {
    return session
        .sql("SHOW VIEWS IN " + CATALOG + "." + quoted(globalDatabase(session)))
        .collectAsList()
        .stream()
        .filter(row -> row.getBoolean(2) && row.getString(0).equals(database))
        .map(row -> row.getString(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The user's functions: temporary ones have one name, others a database too. */
  private static Set<String> functions(SparkSession session, boolean inMemory) {
    return session.sql("SHOW USER FUNCTIONS IN " + CATALOG + ".default").collectAsList().stream()
        .map(row -> row.getString(0))
        .filter(name -> inMemory || !name.contains("."))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String dropFunction(String name) {
    String[] parts = name.split("\\.", -1);
    return parts.length == 1
        ? "DROP TEMPORARY FUNCTION IF EXISTS " + quoted(name)
        : "DROP FUNCTION IF EXISTS "
            + java.util.Arrays.stream(parts)
                .map(CatalogState::quoted)
                .collect(Collectors.joining("."));
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
