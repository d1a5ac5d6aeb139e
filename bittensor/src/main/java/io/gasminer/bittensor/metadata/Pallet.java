package io.gasminer.bittensor.metadata;

import java.util.Map;
import java.util.OptionalInt;

/** Owns what one pallet of a runtime offers; the numbers are those of its enumerations' types. */
record Pallet(
    String name,
    int index,
    Map<String, StorageEntry> storage,
    OptionalInt calls,
    OptionalInt errors,
    Map<String, Constant> constants) {}
