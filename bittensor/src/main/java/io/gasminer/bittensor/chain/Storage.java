package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.metadata.Lookup;
import io.gasminer.bittensor.metadata.StorageEntry;
import io.gasminer.bittensor.metadata.StorageReading;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns the reading of a pallet's storage at one block, by the runtime's own description.
 *
 * @param at the block's hash
 */
record Storage(Questions questions, ChainRuntime runtime, String at, String pallet) {
  /** The storage of what Subtensor is about. */
  static Storage subtensor(Questions questions, ChainRuntime runtime, String at) {
    return new Storage(questions, runtime, at, "SubtensorModule");
  }

  /** The value, stored or by default; empty where nothing is stored and that means nothing. */
  Answer<Optional<ScaleValue>> value(String item, ScaleValue... key) {
    return entry(item)
        .then(
            entry ->
                bytes(entry.key(key))
                    .then(raw -> questions.stored(raw, at))
                    .then(stored -> read(entry, stored)));
  }

  /** The values of many keys of one item, in one question, in the keys' order. */
  Answer<List<Optional<ScaleValue>>> values(String item, List<ScaleValue[]> keys) {
    return entry(item).then(entry -> values(entry, keys));
  }

  /** Whether the runtime has the item. */
  boolean has(String item) {
    return runtime.metadata().storage(pallet, item) instanceof Lookup.Present;
  }

  private Answer<List<Optional<ScaleValue>>> values(StorageEntry entry, List<ScaleValue[]> keys) {
    List<String> hex = new ArrayList<>();
    for (ScaleValue[] key : keys) {
      switch (entry.key(key)) {
        case Encoded.Bytes(byte[] raw) -> hex.add(Hex.of(raw));
        case Encoded.Refused refused -> {
          return new Answer.Unavailable<>(refused.toString());
        }
      }
    }
    if (hex.isEmpty()) {
      return new Answer.Got<>(List.of());
    }
    return questions
        .ask(Storage::changes, "state_queryStorageAt", hex, at)
        .then(stored -> read(entry, hex, stored));
  }

  private static Answer<List<Optional<ScaleValue>>> read(
      StorageEntry entry, List<String> keys, Map<String, JsonNode> stored) {
    List<Optional<ScaleValue>> values = new ArrayList<>();
    for (String key : keys) {
      Optional<byte[]> raw = Optional.ofNullable(stored.get(key)).flatMap(Hex::bytes);
      if (!(read(entry, raw) instanceof Answer.Got<Optional<ScaleValue>>(var value))) {
        return new Answer.Unavailable<>(entry + " holds what its type does not allow");
      }
      values.add(value);
    }
    return new Answer.Got<>(values);
  }

  private static Optional<Map<String, JsonNode>> changes(JsonNode answer) {
    Map<String, JsonNode> stored = new HashMap<>();
    for (JsonNode pair : answer.path(0).path("changes")) {
      stored.put(pair.path(0).asString(""), pair.path(1));
    }
    return answer.isArray() ? Optional.of(stored) : Optional.empty();
  }

  private Answer<StorageEntry> entry(String item) {
    return switch (runtime.metadata().storage(pallet, item)) {
      case Lookup.Present<StorageEntry>(StorageEntry entry) -> new Answer.Got<>(entry);
      case Lookup.Absent<StorageEntry> absent -> new Answer.Unavailable<>(absent.reason());
    };
  }

  private static Answer<byte[]> bytes(Encoded encoded) {
    return switch (encoded) {
      case Encoded.Bytes(byte[] value) -> new Answer.Got<>(value);
      case Encoded.Refused refused -> new Answer.Unavailable<>(refused.toString());
    };
  }

  private static Answer<Optional<ScaleValue>> read(StorageEntry entry, Optional<byte[]> stored) {
    return switch (entry.read(stored)) {
      case StorageReading.Malformed(String reason) -> new Answer.Unavailable<>(reason);
      case StorageReading reading -> new Answer.Got<>(reading.found());
    };
  }
}
