/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import java.util.Arrays;
import java.util.List;

/**
 * A path of the API: {@code /api/v1/namespaces/NAMESPACE/PLURAL/NAME/SUBRESOURCE} or the same below
 * {@code /apis/GROUP/VERSION}; name and subresource are empty where there is none.
 */
record ApiPath(String namespace, String plural, String name, String subresource) {

  static ApiPath parse(String path) throws ApiError {
    List<String> words =
        Arrays.stream(path.split("/", -1)).filter(word -> !word.isEmpty()).toList();
    int at = words.indexOf("namespaces");
    if (at < 0 || words.size() < at + 3) {
      throw new ApiError(404, "NotFound", "the double knows nothing at " + path);
    }
    return new ApiPath(
        words.get(at + 1),
        words.get(at + 2),
        words.size() > at + 3 ? words.get(at + 3) : "",
        words.size() > at + 4 ? words.get(at + 4) : "");
  }
}
