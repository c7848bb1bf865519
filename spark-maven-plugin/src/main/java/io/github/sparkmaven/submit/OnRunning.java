/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

/** What happens when an earlier submission of the project is still alive. */
public enum OnRunning {
  /** The build fails. */
  FAIL,
  /** It is followed instead, if jar, arguments and configuration are the same. */
  REATTACH,
  /** It is ended first. */
  REPLACE
}
