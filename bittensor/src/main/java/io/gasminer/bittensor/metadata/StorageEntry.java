package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.scale.Decoded;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.MalformedScale;
import io.gasminer.bittensor.scale.ScaleDecoder;
import io.gasminer.bittensor.scale.ScaleEncoder;
import io.gasminer.bittensor.scale.ScaleReader;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.scale.ScaleWriter;
import io.gasminer.bittensor.scale.TypeRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Owns the keys and values of one item of a pallet's storage. Immutable. */
public final class StorageEntry {
  /** Whether the absence of a value is an answer, and how a key is made of arguments. */
  record Layout(boolean optional, List<Hasher> hashers, List<Integer> arguments, int value) {}

  private final String pallet;
  private final String name;
  private final TypeRegistry types;
  private final Layout layout;
  private final byte[] absent;
  private volatile byte[] root = {};

  StorageEntry(String pallet, String name, TypeRegistry types, Layout layout, byte[] absent) {
    this.pallet = pallet;
    this.name = name;
    this.types = types;
    this.layout = layout;
    this.absent = absent;
  }

  /** How the arguments are hashed, in their order; none for a single value. */
  public List<Hasher> hashers() {
    return layout.hashers();
  }

  /** The number of the type of the argument at that place. */
  public int argumentType(int position) {
    return layout.arguments().get(position);
  }

  /** The number of the value's type. */
  public int valueType() {
    return layout.value();
  }

  /** The key of the value for as many arguments as there are hashers. */
  public Encoded key(ScaleValue... arguments) {
    return arguments.length == layout.hashers().size()
        ? prefix(arguments)
        : new Encoded.Refused(
            name, layout.hashers().size() + " arguments are due, not " + arguments.length);
  }

  /** The beginning of the keys of all values whose first arguments are these; for iterating. */
  public Encoded prefix(ScaleValue... arguments) {
    if (arguments.length > layout.hashers().size()) {
      return new Encoded.Refused(
          name, layout.hashers().size() + " arguments at most, not " + arguments.length);
    }
    ScaleWriter key = new ScaleWriter().bytes(root());
    for (int i = 0; i < arguments.length; i++) {
      switch (ScaleEncoder.encode(types, layout.arguments().get(i), arguments[i])) {
        case Encoded.Bytes argument -> key.bytes(layout.hashers().get(i).hash(argument.value()));
        case Encoded.Refused refused -> {
          return new Encoded.Refused(name + "[" + i + "]" + refused.path(), refused.reason());
        }
      }
    }
    return new Encoded.Bytes(key.toBytes());
  }

  /**
   * The arguments of a key of this entry, as a tuple; malformed as well where a hasher keeps them
   * to itself or a hash is not that of its argument.
   */
  public Decoded arguments(byte[] key) {
    byte[] root = root();
    if (key.length < root.length || !Arrays.equals(root, Arrays.copyOf(key, root.length))) {
      return new Decoded.Malformed(name, "a key of something else", 0);
    }
    ScaleReader in = new ScaleReader(key);
    try {
      in.skip(root.length);
      List<ScaleValue> arguments = new ArrayList<>();
      for (int i = 0; i < layout.hashers().size(); i++) {
        arguments.add(argument(in, key, i));
      }
      if (in.remaining() > 0) {
        throw in.malformed(in.remaining() + " bytes after the key");
      }
      return new Decoded.Value(ScaleValue.tuple(arguments.toArray(ScaleValue[]::new)));
    } catch (MalformedScale malformed) {
      return malformed.inside(name).outcome();
    }
  }

  /** The value of the bytes that the chain stores. */
  public Decoded decodeValue(byte[] stored) {
    return ScaleDecoder.decode(types, layout.value(), stored);
  }

  /** What a key holds, given the bytes that the chain stores, if any. */
  public StorageReading read(Optional<byte[]> stored) {
    if (stored.isEmpty() && layout.optional()) {
      return new StorageReading.Absent();
    }
    return switch (decodeValue(stored.orElse(absent))) {
      case Decoded.Value value when stored.isPresent() -> new StorageReading.Stored(value.value());
      case Decoded.Value value -> new StorageReading.Default(value.value());
      case Decoded.Malformed malformed -> new StorageReading.Malformed(this + ": " + malformed);
    };
  }

  @Override
  public String toString() {
    return pallet + "." + name;
  }

  private ScaleValue argument(ScaleReader in, byte[] key, int position) throws MalformedScale {
    Hasher hasher = layout.hashers().get(position);
    if (!hasher.readable()) {
      throw in.malformed("hashed by " + hasher + ", which cannot be read back");
    }
    byte[] digest = in.bytes(hasher.digestBytes());
    int start = in.offset();
    ScaleValue argument = new ScaleDecoder(types, in).next(layout.arguments().get(position));
    byte[] encoded = Arrays.copyOfRange(key, start, in.offset());
    if (!Arrays.equals(digest, hasher.digest(encoded))) {
      throw new MalformedScale("a hash of another argument", start);
    }
    return argument;
  }

  // Made when first needed: a runtime has hundreds of entries, of which a process asks for a few,
  // but
  // those for hundreds of keys.
  private byte[] root() {
    byte[] known = root;
    if (known.length == 0) {
      known =
          new ScaleWriter()
              .bytes(Hasher.TWOX_128.hash(pallet))
              .bytes(Hasher.TWOX_128.hash(name))
              .toBytes();
      root = known;
    }
    return known;
  }
}
