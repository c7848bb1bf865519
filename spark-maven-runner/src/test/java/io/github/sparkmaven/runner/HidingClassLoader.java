/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Loads one class anew and hides a class that it needs, as an incomplete class path does. */
final class HidingClassLoader extends ClassLoader {
  private final String loaded;
  private final String hidden;

  HidingClassLoader(Class<?> loaded, Class<?> hidden) {
    super(HidingClassLoader.class.getClassLoader());
    this.loaded = loaded.getName();
    this.hidden = hidden.getName();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.equals(hidden)) {
      throw new ClassNotFoundException(name);
    }
    return name.equals(loaded) ? define(name) : super.loadClass(name, resolve);
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    Class<?> known = findLoadedClass(name);
    if (known != null) {
      return known;
    }
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        bytes.write(next);
      }
      return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
