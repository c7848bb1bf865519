/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

/** What the API answers where it does not do what is asked. */
final class ApiError extends Exception {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String reason;

  ApiError(int code, String reason, String message) {
    super(message);
    this.code = code;
    this.reason = reason;
  }

  static ApiError notFound(String plural, String name) {
    return new ApiError(404, "NotFound", plural + " \"" + name + "\" not found");
  }

  int code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
