package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.metadata.StorageEntry;
import io.gasminer.bittensor.scale.ScaleValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Owns one question for many values of a pallet's storage. Not thread-safe. */
final class StorageBatch {
  private final Storage storage;
  private final List<StorageEntry> entries = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private Optional<String> problem = Optional.empty();

  StorageBatch(Storage storage) {
    this.storage = storage;
  }

  /** What the chain answered, by the places that {@link #add} gave. */
  record Values(List<Optional<ScaleValue>> all) {
    Optional<ScaleValue> at(int place) {
      return all.get(place);
    }

    /** As many as the places from the first on. */
    List<Optional<ScaleValue>> from(int first, int count) {
      return all.subList(first, first + count);
    }
  }

  /** Adds a value; its place among the answers. */
  int add(String item, ScaleValue... key) {
    Answer<Boolean> added =
        storage
            .entry(item)
            .then(
                entry ->
                    Storage.bytes(entry.key(key))
                        .map(raw -> keys.add(Hex.of(raw)) && entries.add(entry)));
    if (added instanceof Answer.Unavailable<Boolean>(String reason)) {
      problem = problem.or(() -> Optional.of(reason));
    }
    return keys.size() - 1;
  }

  /** Asks; a key that cannot be made is the answer's reason. */
  Answer<Values> ask() {
    if (problem.isPresent()) {
      return new Answer.Unavailable<>(problem.get());
    }
    if (keys.isEmpty()) {
      return new Answer.Got<>(new Values(List.of()));
    }
    return storage
        .questions()
        .ask(StorageBatch::changes, "state_queryStorageAt", keys, storage.at())
        .then(this::read);
  }

  private Answer<Values> read(Map<String, JsonNode> stored) {
    List<Optional<ScaleValue>> values = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Optional<byte[]> raw = Optional.ofNullable(stored.get(keys.get(i))).flatMap(Hex::bytes);
      switch (Storage.read(entries.get(i), raw)) {
        case Answer.Got<Optional<ScaleValue>>(var value) -> values.add(value);
        case Answer.Unavailable<Optional<ScaleValue>> _ -> {
          return new Answer.Unavailable<>(entries.get(i) + " holds what its type does not allow");
        }
      }
    }
    return new Answer.Got<>(new Values(values));
  }

  private static Optional<Map<String, JsonNode>> changes(JsonNode answer) {
    Map<String, JsonNode> stored = new HashMap<>();
    for (JsonNode pair : answer.path(0).path("changes")) {
      stored.put(pair.path(0).asString(""), pair.path(1));
    }
    return answer.isArray() ? Optional.of(stored) : Optional.empty();
  }
}
