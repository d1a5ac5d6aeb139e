package io.gasminer.c2pa.asset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Owns one value of a PDF (ISO 32000-1 §7.3), as far as the way to an embedded file needs it. */
sealed interface PdfValue {
  /** An integer. */
  record Whole(long number) implements PdfValue {}

  /** A name, without its slash and with its escapes resolved. */
  record Name(String text) implements PdfValue {}

  /** An array. */
  record Items(List<PdfValue> values) implements PdfValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A dictionary; of keys that come twice the last counts. */
  record Dictionary(Map<String, PdfValue> entries) implements PdfValue {
    public Dictionary {
      entries = new LinkedHashMap<>(entries);
    }

    Optional<PdfValue> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    /** The integer of that key, where it is one that stands there directly. */
    Optional<Long> whole(String key) {
      return get(key)
          .flatMap(
              value ->
                  value instanceof Whole(long number) ? Optional.of(number) : Optional.empty());
    }

    /** Whether the key has that name. */
    boolean is(String key, String name) {
      return get(key).filter(new Name(name)::equals).isPresent();
    }
  }

  /** What points to an object of its own. */
  record Reference(long number, long generation) implements PdfValue {}

  /** A string, a real number, a truth value or null; none is of use on the way. */
  record Other() implements PdfValue {}
}
