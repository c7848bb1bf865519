/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value, read for what it says: what is absent, null or of another kind is simply not there.
 *
 * <p>With Jackson's parser alone: its object mapper takes longer to load than an answer to read.
 */
public final class Json {
  private static final Json NOTHING = new Json(null);

  private final @Nullable Object value;

  private Json(@Nullable Object value) {
    this.value = value;
  }

  /**
   * Reads a text.
   *
   * @throws IOException if it is no JSON
   */
  public static Json parse(String text) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      parser.nextToken();
      return new Json(value(parser));
    }
  }

  /** Returns a member of an object. */
  public Json at(String name) {
    return value instanceof Map<?, ?> map ? of(map.get(name)) : NOTHING;
  }

  /** Returns a member's text; numbers and truth values as they are written. */
  public Optional<String> text(String name) {
    return at(name).text();
  }

  /** Returns this value as text, unless it is an object, an array or nothing. */
  public Optional<String> text() {
    return value == null || value instanceof Map || value instanceof List
        ? Optional.empty()
        : Optional.of(value.toString());
  }

  /** Returns a member that is a whole number. */
  public OptionalLong number(String name) {
    return at(name).value instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
  }

  /** Returns the elements of a member that is an array. */
  public List<Json> list(String name) {
    return at(name).list();
  }

  /** Returns the elements of this array. */
  public List<Json> list() {
    return value instanceof List<?> list ? list.stream().map(Json::of).toList() : List.of();
  }

  /** Returns the members of this object that are texts, numbers or truth values, in order. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, member) ->
              of(member).text().ifPresent(text -> texts.put(String.valueOf(name), text)));
    }
    return texts;
  }

  private static Json of(@Nullable Object value) {
    return value == null ? NOTHING : new Json(value);
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IOException("the text is empty");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getText();
      case VALUE_NULL -> null;
      default -> throw new IOException("unexpected " + token);
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return elements;
  }
}
