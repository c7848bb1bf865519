/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where standard output and standard error go: to the log of the case that runs.
 *
 * <p>A logger takes hold of standard error once, with the first case, so the stream itself has to
 * switch.
 */
final class CaseOutput extends OutputStream {
  private final OutputStream between;
  private OutputStream target;

  private CaseOutput(OutputStream between) {
    this.between = between;
    this.target = between;
  }

  /**
   * Puts one in the place of both streams.
   *
   * @param between gets what is printed while no case runs
   */
  static CaseOutput install(PrintStream between) {
    CaseOutput output = new CaseOutput(between);
    output.restore();
    return output;
  }

  /** Takes the streams back from a job that has put its own in their place. */
  void restore() {
    PrintStream stream = new PrintStream(this, true);
    System.setOut(stream);
    System.setErr(stream);
  }

  synchronized void begin(Path log) throws IOException {
    target = new FileOutputStream(log.toFile());
  }

  synchronized void end() {
    OutputStream old = target;
    target = between;
    try {
      old.close();
    } catch (IOException e) {
      // What was printed last is lost; what the case came to is not.
    }
  }

  @Override
  public synchronized void write(int b) throws IOException {
    target.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    target.write(bytes, offset, length);
  }

  @Override
  public synchronized void flush() throws IOException {
    target.flush();
  }
}
