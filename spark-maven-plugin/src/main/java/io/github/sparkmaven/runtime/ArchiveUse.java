/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import java.util.Map;

/** Whether class-data archives are used and made. */
public enum ArchiveUse {
  /** Used where there is one, made where there is none, but never made on a CI server. */
  AUTO,
  /** Used and made, on a CI server too: for one that keeps the cache folder. */
  ALWAYS,
  /** Neither used nor made. */
  NEVER;

  // What the common servers set for what they run; all but Jenkins and TeamCity set CI.
  private static final String[] CI_VARIABLES = {"CI", "JENKINS_URL", "TEAMCITY_VERSION"};

  /**
   * Says whether an archive is to be made where there is none.
   *
   * @param environment the environment variables
   */
  boolean makes(Map<String, String> environment) {
    return this == ALWAYS || (this == AUTO && !isCiServer(environment));
  }

  private static boolean isCiServer(Map<String, String> environment) {
    for (String name : CI_VARIABLES) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty() && !value.equals("false")) {
        return true;
      }
    }
    return false;
  }
}
