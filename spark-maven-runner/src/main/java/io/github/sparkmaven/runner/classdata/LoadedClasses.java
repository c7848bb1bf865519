/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.classdata;

import java.lang.reflect.Method;
import java.util.Set;

/** The classes that one class loader has loaded for an archive. */
final class LoadedClasses {
  private final ClassLoader loader;
  private final Method findLoadedClass;
  private final Method setSigners;

  /**
   * Takes the loader.
   *
   * @throws ReflectiveOperationException if the JDK lacks what {@link #keepFromArchive} needs; it
   *     also needs {@code --add-opens=java.base/java.lang=ALL-UNNAMED}
   */
  LoadedClasses(ClassLoader loader) throws ReflectiveOperationException {
    this.loader = loader;
    this.findLoadedClass = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
    this.setSigners = Class.class.getDeclaredMethod("setSigners", Object[].class);
    findLoadedClass.setAccessible(true);
    setSigners.setAccessible(true);
  }

  /** Loads a class and links it, but does not initialize it; one that cannot be is let be. */
  void load(String name) {
    try {
      // A JVM links a class before it shows its members. Left to the end, one thread would do it.
      Object unused = Class.forName(name, false, loader).getDeclaredConstructors();
    } catch (ClassNotFoundException | LinkageError e) {
      // A class of the build, or one that lacks a dependency: the archive goes without.
    }
  }

  /**
   * Keeps classes from the archive that are loaded and that a jar has in several versions.
   *
   * <p>A JVM in which something listens to the loading of classes, such as an agent for coverage or
   * mocks or the flight recorder, looks for the original of each class of an archive in its jar,
   * but not below {@code META-INF/versions}, and dies of a null pointer (seen with JDK 17.0.15, in
   * {@code KlassFactory::check_shared_class_file_load_hook}). No archive takes a class that is
   * signed, and this is the only way to tell a JVM that it is.
   */
  void keepFromArchive(Set<String> names) throws ReflectiveOperationException {
    for (String name : names) {
      Class<?> loaded = (Class<?>) findLoadedClass.invoke(loader, name);
      if (loaded != null) {
        setSigners.invoke(loaded, (Object) new Object[] {"kept from the archive"});
      }
    }
  }
}
