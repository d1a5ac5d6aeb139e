package io.gasminer.miner.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the text of one JSON object, written as the field's miner writes it: ASCII only, a space
 * after each colon and comma, times as seconds with a fraction.
 *
 * <p>Not thread-safe; one answer, one object.
 */
final class Json {
  private final StringBuilder text = new StringBuilder(512).append('{');

  Json add(String name, Object value) {
    if (text.length() > 1) {
      text.append(", ");
    }
    string(name);
    text.append(": ");
    value(value);
    return this;
  }

  Json addNull(String name) {
    return add(name, Optional.empty());
  }

  byte[] bytes() {
    return text.append('}').toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void value(Object value) {
    switch (value) {
      case String words -> string(words);
      case Instant time -> seconds(time.getEpochSecond(), time.getNano());
      case Duration time -> seconds(time.getSeconds(), time.getNano());
      case Optional<?> maybe -> maybe.ifPresentOrElse(this::value, this::nothing);
      case Map<?, ?> object -> object(object);
      case Collection<?> list -> list(list);
      case Json nested -> text.append(nested.text).append('}');
      default -> text.append(value);
    }
  }

  private void nothing() {
    text.append("null");
  }

  private void object(Map<?, ?> object) {
    char before = '{';
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      text.append(before).append(before == ',' ? " " : "");
      string(String.valueOf(entry.getKey()));
      text.append(": ");
      orNull(entry.getValue());
      before = ',';
    }
    text.append(before == '{' ? "{}" : "}");
  }

  private void list(Collection<?> list) {
    char before = '[';
    for (Object element : list) {
      text.append(before).append(before == ',' ? " " : "");
      orNull(element);
      before = ',';
    }
    text.append(before == '[' ? "[]" : "]");
  }

  // A caller's own parameters may hold nulls at any depth.
  private void orNull(Object value) {
    if (value == null) {
      nothing();
    } else {
      value(value);
    }
  }

  private void seconds(long seconds, int nanos) {
    String micros = Integer.toString(1_000_000 + nanos / 1000).substring(1);
    int end = micros.length();
    while (end > 1 && micros.charAt(end - 1) == '0') {
      end--;
    }
    text.append(seconds).append('.').append(micros, 0, end);
  }

  private void string(String words) {
    text.append('"');
    for (int i = 0; i < words.length(); i++) {
      character(words.charAt(i));
    }
    text.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case '\f' -> text.append("\\f");
      case '\b' -> text.append("\\b");
      default -> {
        if (c >= 0x20 && c < 0x7f) {
          text.append(c);
        } else {
          text.append("\\u").append(Integer.toHexString(0x10000 + c).substring(1));
        }
      }
    }
  }
}
