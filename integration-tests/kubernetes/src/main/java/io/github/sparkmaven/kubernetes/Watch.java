/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What somebody is told of, and what he was not told yet. */
record Watch(String namespace, String plural, Selector selector, BlockingQueue<Change> changes) {

  static Watch of(String namespace, String plural, Selector selector) {
    return new Watch(namespace, plural, selector, new LinkedBlockingQueue<>());
  }

  void tell(Change change) {
    if (change.plural().equals(plural)
        && change.namespace().equals(namespace)
        && selector.chooses(change.object())) {
      changes.add(change);
    }
  }

  /**
   * A change of one object.
   *
   * @param type {@code ADDED}, {@code MODIFIED} or {@code DELETED}
   * @param object as it is after the change; nobody changes it
   */
  record Change(long version, String type, String namespace, String plural, ObjectNode object) {}
}
