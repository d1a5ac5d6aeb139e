package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.metadata.Lookup;
import io.gasminer.bittensor.metadata.StorageEntry;
import io.gasminer.bittensor.metadata.StorageReading;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Owns the reading of a pallet's storage at one block, by the runtime's own description.
 *
 * @param at the block's hash
 */
record Storage(Questions questions, ChainRuntime runtime, String at, String pallet) {
  private static final long LARGEST_UID = 0xFFFF;

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

  /** Where a hotkey says that it can be reached; empty where it never said. */
  Answer<Optional<Axon>> axon(int netuid, Ss58Address hotkey) {
    return value("Axons", ScaleValue.of(netuid), ScaleValue.of(hotkey.publicKey()))
        .map(axon -> axon.flatMap(Axon::of));
  }

  /** The uid of a hotkey; empty where it is not registered. */
  Answer<OptionalInt> uid(int netuid, Ss58Address hotkey) {
    return value("Uids", ScaleValue.of(netuid), ScaleValue.of(hotkey.publicKey()))
        .map(
            uid ->
                uid.flatMap(ScaleValue::asLong)
                    .filter(number -> number >= 0 && number <= LARGEST_UID)
                    .map(number -> OptionalInt.of(number.intValue()))
                    .orElse(OptionalInt.empty()));
  }

  /** Whether the runtime has the item. */
  boolean has(String item) {
    return runtime.metadata().storage(pallet, item) instanceof Lookup.Present;
  }

  /** The item, as the runtime describes it. */
  Answer<StorageEntry> entry(String item) {
    return switch (runtime.metadata().storage(pallet, item)) {
      case Lookup.Present<StorageEntry>(StorageEntry entry) -> new Answer.Got<>(entry);
      case Lookup.Absent<StorageEntry> absent -> new Answer.Unavailable<>(absent.reason());
    };
  }

  static Answer<byte[]> bytes(Encoded encoded) {
    return switch (encoded) {
      case Encoded.Bytes(byte[] value) -> new Answer.Got<>(value);
      case Encoded.Refused refused -> new Answer.Unavailable<>(refused.toString());
    };
  }

  static Answer<Optional<ScaleValue>> read(StorageEntry entry, Optional<byte[]> stored) {
    return switch (entry.read(stored)) {
      case StorageReading.Malformed(String reason) -> new Answer.Unavailable<>(reason);
      case StorageReading reading -> new Answer.Got<>(reading.found());
    };
  }
}
