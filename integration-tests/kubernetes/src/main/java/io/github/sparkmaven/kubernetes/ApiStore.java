/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sparkmaven.kubernetes.Watch.Change;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The objects of the API, their versions, and who watches them; what has an owner goes with it. */
final class ApiStore {
  private final Clock clock;
  private final Map<Key, ObjectNode> objects = new LinkedHashMap<>();
  private final List<Change> history = new ArrayList<>();
  private final List<Watch> watches = new CopyOnWriteArrayList<>();
  private long version = 1;

  ApiStore(Clock clock) {
    this.clock = clock;
  }

  private record Key(String namespace, String plural, String name) {}

  String now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  synchronized ObjectNode create(ApiPath path, ObjectNode given) throws ApiError {
    ObjectNode object = given.deepCopy();
    ObjectNode metadata = object.withObjectProperty("metadata");
    String name = metadata.path("name").asText();
    if (objects.containsKey(new Key(path.namespace(), path.plural(), name))) {
      throw new ApiError(409, "AlreadyExists", path.plural() + " \"" + name + "\" already exists");
    }
    metadata.put("namespace", path.namespace());
    metadata.put("uid", UUID.randomUUID().toString());
    metadata.put("creationTimestamp", now());
    if (path.plural().equals("pods")) {
      object.withObjectProperty("status").put("phase", "Pending");
    }
    return put("ADDED", new Key(path.namespace(), path.plural(), name), object);
  }

  /** Merges a patch into an object, which is made where it is not there, as by apply. */
  synchronized ObjectNode apply(ApiPath path, ObjectNode patch) throws ApiError {
    Optional<ObjectNode> there = find(path);
    if (there.isEmpty()) {
      return create(path, patch);
    }
    return change(path, object -> merge(object, patch));
  }

  synchronized ObjectNode change(ApiPath path, Consumer<ObjectNode> change) throws ApiError {
    ObjectNode object = get(path).deepCopy();
    change.accept(object);
    return put("MODIFIED", key(path), object);
  }

  synchronized Optional<ObjectNode> find(ApiPath path) {
    return Optional.ofNullable(objects.get(key(path)));
  }

  synchronized ObjectNode get(ApiPath path) throws ApiError {
    return find(path).orElseThrow(() -> ApiError.notFound(path.plural(), path.name()));
  }

  synchronized List<ObjectNode> list(String namespace, String plural, Selector selector) {
    return objects.entrySet().stream()
        .filter(entry -> entry.getKey().namespace().equals(namespace))
        .filter(entry -> entry.getKey().plural().equals(plural))
        .map(Map.Entry::getValue)
        .filter(selector::chooses)
        .toList();
  }

  /** Removes an object and what it owns; pods that it owns are returned, for they end first. */
  synchronized List<ApiPath> remove(ApiPath path) throws ApiError {
    ObjectNode removed = get(path);
    objects.remove(key(path));
    put("DELETED", key(path), removed.deepCopy());
    List<ApiPath> pods = new ArrayList<>();
    for (Map.Entry<Key, ObjectNode> entry : List.copyOf(objects.entrySet())) {
      if (owns(removed, entry.getValue())) {
        Key key = entry.getKey();
        ApiPath owned = new ApiPath(key.namespace(), key.plural(), key.name(), "");
        if (key.plural().equals("pods")) {
          pods.add(owned);
        } else {
          pods.addAll(remove(owned));
        }
      }
    }
    return pods;
  }

  /** Tells of all changes after a version; with none given, of all objects as added. */
  synchronized Watch watch(ApiPath path, Selector selector, Optional<Long> after) {
    Watch watch = Watch.of(path.namespace(), path.plural(), selector);
    if (after.isPresent()) {
      history.stream().filter(change -> change.version() > after.get()).forEach(watch::tell);
    } else {
      list(path.namespace(), path.plural(), selector)
          .forEach(
              object ->
                  watch.tell(new Change(0, "ADDED", path.namespace(), path.plural(), object)));
    }
    watches.add(watch);
    return watch;
  }

  void forget(Watch watch) {
    watches.remove(watch);
  }

  synchronized long version() {
    return version;
  }

  private ObjectNode put(String type, Key key, ObjectNode object) {
    version++;
    object.withObjectProperty("metadata").put("resourceVersion", String.valueOf(version));
    if (!type.equals("DELETED")) {
      objects.put(key, object);
    }
    Change change = new Change(version, type, key.namespace(), key.plural(), object);
    history.add(change);
    watches.forEach(watch -> watch.tell(change));
    return object;
  }

  private static Key key(ApiPath path) {
    return new Key(path.namespace(), path.plural(), path.name());
  }

  private static boolean owns(JsonNode owner, JsonNode object) {
    String uid = owner.path("metadata").path("uid").asText();
    for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
      if (reference.path("uid").asText().equals(uid)) {
        return true;
      }
    }
    return false;
  }

  private static void merge(ObjectNode into, ObjectNode from) {
    from.properties()
        .forEach(
            member -> {
              JsonNode old = into.get(member.getKey());
              if (old instanceof ObjectNode inner && member.getValue() instanceof ObjectNode more) {
                merge(inner, more);
              } else {
                into.set(member.getKey(), Objects.requireNonNull(member.getValue()));
              }
            });
  }
}
