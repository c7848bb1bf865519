/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import java.lang.reflect.Proxy;

/**
 * Makes this JVM deaf to signals that a terminal sends to all that it started.
 *
 * <p>Ctrl-C reaches the build and this JVM at once, and the build then needs this JVM to end the
 * application. It ends when its standard input does, which is when the build is gone.
 */
final class TerminalSignals {
  private TerminalSignals() {}

  /** Ignores Ctrl-C and the end of the terminal, where the JVM has the API for it. */
  static void ignore() {
    for (String name : new String[] {"INT", "HUP"}) {
      try {
        ignore(name);
      } catch (ReflectiveOperationException | RuntimeException e) {
        // Without it, what is to be ended on Ctrl-C has to be ended by hand; the build says how.
        return;
      }
    }
  }

  // By reflection: the class is no API of Java 8's, yet every JDK since then has it.
  private static void ignore(String name) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object deaf =
        Proxy.newProxyInstance(
            TerminalSignals.class.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, arguments) -> null);
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), deaf);
  }
}
