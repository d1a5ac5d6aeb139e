package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.scale.MalformedScale;
import io.gasminer.bittensor.scale.ScaleReader;
import io.gasminer.bittensor.scale.ScaleType;
import io.gasminer.bittensor.scale.TypeRegistry;
import io.gasminer.bittensor.scale.TypeShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Owns the reading of pallets from metadata. Not thread-safe. */
final class PalletTable {
  private static final Hasher[] HASHERS = Hasher.values();
  private static final int OPTIONAL = 0;
  private static final int REQUIRED = 2;

  private final ScaleReader in;
  private final TypeRegistry types;
  private final boolean documented;

  /** Since version 15 a pallet ends with documentation. */
  PalletTable(ScaleReader in, TypeRegistry types, boolean documented) {
    this.in = in;
    this.types = types;
    this.documented = documented;
  }

  Map<String, Pallet> read() throws MalformedScale {
    Map<String, Pallet> pallets = new LinkedHashMap<>();
    for (int left = in.count(); left > 0; left--) {
      String name = in.text();
      try {
        pallets.putIfAbsent(name, pallet(name));
      } catch (MalformedScale malformed) {
        throw malformed.inside(name);
      }
    }
    return pallets;
  }

  private Pallet pallet(String name) throws MalformedScale {
    Map<String, StorageEntry> storage = in.u8() == 0 ? Map.of() : storage();
    OptionalInt calls = optionalType();
    optionalType(); // events: their records are a storage value whose type says everything
    Map<String, Constant> constants = constants();
    OptionalInt errors = optionalType();
    int index = in.u8();
    if (documented) {
      Docs.skip(in);
    }
    return new Pallet(name, index, storage, calls, errors, constants);
  }

  private Map<String, StorageEntry> storage() throws MalformedScale {
    String prefix = in.text();
    Map<String, StorageEntry> entries = new LinkedHashMap<>();
    for (int left = in.count(); left > 0; left--) {
      String name = in.text();
      int modifier = in.u8();
      if (modifier > REQUIRED) {
        throw in.malformed("an unknown modifier of storage");
      }
      StorageEntry.Layout layout = layout(modifier == OPTIONAL);
      byte[] absent = in.bytes(in.count());
      Docs.skip(in);
      entries.putIfAbsent(name, new StorageEntry(prefix, name, types, layout, absent));
    }
    return entries;
  }

  private StorageEntry.Layout layout(boolean optional) throws MalformedScale {
    if (in.u8() == 0) {
      return new StorageEntry.Layout(optional, List.of(), List.of(), type());
    }
    List<Hasher> hashers = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      int number = in.u8();
      if (number >= HASHERS.length) {
        throw in.malformed("an unknown hasher");
      }
      hashers.add(HASHERS[number]);
    }
    List<Integer> arguments = arguments(type(), hashers.size());
    return new StorageEntry.Layout(optional, List.copyOf(hashers), arguments, type());
  }

  private List<Integer> arguments(int key, int count) throws MalformedScale {
    if (count == 1) {
      return List.of(key);
    }
    if (types.type(key).map(ScaleType::shape).orElseThrow()
            instanceof TypeShape.Composite(var fields)
        && fields.size() == count) {
      return fields.types();
    }
    throw in.malformed("hashers for other arguments than the key has");
  }

  private Map<String, Constant> constants() throws MalformedScale {
    Map<String, Constant> constants = new LinkedHashMap<>();
    for (int left = in.count(); left > 0; left--) {
      String name = in.text();
      constants.putIfAbsent(name, new Constant(types, type(), in.bytes(in.count())));
      Docs.skip(in);
    }
    return constants;
  }

  private OptionalInt optionalType() throws MalformedScale {
    return in.u8() == 0 ? OptionalInt.empty() : OptionalInt.of(type());
  }

  private int type() throws MalformedScale {
    long number = in.compactU32();
    if (number >= types.size()) {
      throw in.malformed("a reference to type " + number + " of " + types.size());
    }
    return (int) number;
  }
}
