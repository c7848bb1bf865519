/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Asks a live manager. No method throws because the manager cannot be reached: the answer says so.
 *
 * <p>Methods may be called from several threads, and from a shutdown hook.
 */
public interface ClusterClient extends AutoCloseable {

  /** Returns what the manager knows of an application, within a few seconds. */
  ApplicationReport report(String id);

  /** Ends an application and waits, for at most eight seconds, until the manager says it ended. */
  Kill kill(String id);

  /** Looks for what bears a tag of the project and has not ended. */
  Search search(String project);

  /**
   * Writes the driver's log as far as the manager can give it; what stood in the file is replaced.
   *
   * @return what the log is and how much of it was had, in a sentence
   * @throws IOException if the manager cannot give it; the message says why and how to get it
   */
  String logs(String id, Path file) throws IOException;

  /** Returns the command with which a person looks at an application. */
  String lookCommand(String id);

  /** Returns the command with which a person ends an application. */
  String killCommand(String id);

  @Override
  void close();

  /**
   * What became of an order to end an application.
   *
   * @param ended whether the manager says that it has ended
   * @param said what the manager said, or why it could not be asked
   */
  record Kill(boolean ended, String said) {}

  /**
   * What a search found.
   *
   * @param complete whether everything that the project has there would have been found
   * @param found what is alive
   * @param note why the search is not complete, or empty
   */
  record Search(boolean complete, List<ApplicationReport> found, String note) {

    /** Copies the list. */
    public Search {
      found = List.copyOf(found);
    }
  }
}
