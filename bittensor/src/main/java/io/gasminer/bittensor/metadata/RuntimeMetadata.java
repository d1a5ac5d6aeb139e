package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.scale.Cases;
import io.gasminer.bittensor.scale.MalformedScale;
import io.gasminer.bittensor.scale.ScaleReader;
import io.gasminer.bittensor.scale.ScaleType;
import io.gasminer.bittensor.scale.TypeRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Owns what one runtime says of itself; valid until the node's {@code specVersion} changes.
 * Immutable, thread-safe.
 */
public final class RuntimeMetadata {
  private static final int LARGEST = 4 << 20;
  private static final long MAGIC = 0x6174656dL; // "meta", lowest byte first

  private final int version;
  private final TypeRegistry types;
  private final Map<String, Pallet> pallets;
  private final ExtrinsicFormat format;
  private final Map<String, Map<String, RuntimeApiMethod>> apis;

  RuntimeMetadata(
      int version,
      TypeRegistry types,
      Map<String, Pallet> pallets,
      ExtrinsicFormat format,
      Map<String, Map<String, RuntimeApiMethod>> apis) {
    this.version = version;
    this.types = types;
    this.pallets = pallets;
    this.format = format;
    this.apis = apis;
  }

  /**
   * Reads metadata as {@code state_getMetadata} answers it, or as {@code
   * Metadata_metadata_at_version} does, within an option and a length. At most 4 MiB.
   */
  public static Parsed parse(byte[] answer) {
    if (answer.length > LARGEST) {
      return new Parsed.Malformed("metadata of " + answer.length + " bytes; 4 MiB are read");
    }
    if (answer.length == 1 && answer[0] == 0) {
      return new Parsed.Unavailable();
    }
    ScaleReader in = new ScaleReader(answer);
    try {
      unwrap(in, answer);
      int version = in.u8();
      return version < MetadataReader.OLDEST || version > MetadataReader.NEWEST
          ? new Parsed.OtherVersion(version)
          : new Parsed.Known(MetadataReader.read(in, version));
    } catch (MalformedScale malformed) {
      return new Parsed.Malformed(malformed.outcome().toString());
    }
  }

  /** The version of the metadata: 14, or 15, which knows the runtime APIs. */
  public int version() {
    return version;
  }

  /** The runtime's types. */
  public TypeRegistry types() {
    return types;
  }

  /** How the runtime wants extrinsics. */
  public ExtrinsicFormat extrinsics() {
    return format;
  }

  /** The storage item of that name in the pallet of that name. */
  public Lookup<StorageEntry> storage(String pallet, String item) {
    return pallet(pallet)
        .then(
            found ->
                Lookup.of(
                    Optional.ofNullable(found.storage().get(item)),
                    "storage item in " + pallet + " named",
                    item,
                    found.storage().keySet()));
  }

  /** The constant of that name in the pallet of that name. */
  public Lookup<Constant> constant(String pallet, String name) {
    return pallet(pallet)
        .then(
            found ->
                Lookup.of(
                    Optional.ofNullable(found.constants().get(name)),
                    "constant in " + pallet + " named",
                    name,
                    found.constants().keySet()));
  }

  /** The call of that name in the pallet of that name. */
  public Lookup<Call> call(String pallet, String name) {
    return pallet(pallet)
        .then(
            found -> {
              Optional<Cases> calls = cases(found.calls());
              return Lookup.of(
                  calls
                      .flatMap(all -> all.byName(name))
                      .map(chosen -> new Call(types, pallet, found.index(), chosen)),
                  "call in " + pallet + " named",
                  name,
                  calls.map(RuntimeMetadata::names).orElse(List.of()));
            });
  }

  /** The method of that name of the runtime API of that name; version 14 knows none. */
  public Lookup<RuntimeApiMethod> runtimeApi(String api, String method) {
    if (version < MetadataReader.NEWEST) {
      return new Lookup.Absent<>(
          "metadata of version 14 does not describe runtime APIs such as " + api, List.of());
    }
    return Lookup.of(Optional.ofNullable(apis.get(api)), "runtime API", api, apis.keySet())
        .then(
            methods ->
                Lookup.of(
                    Optional.ofNullable(methods.get(method)),
                    "method in " + api + " named",
                    method,
                    methods.keySet()));
  }

  /** The error that a dispatch names by the indices of the pallet and of the error in it. */
  public Lookup<ModuleError> error(int palletIndex, int errorIndex) {
    return Lookup.of(
        pallets.values().stream()
            .filter(pallet -> pallet.index() == palletIndex)
            .findFirst()
            .flatMap(
                pallet ->
                    cases(pallet.errors())
                        .flatMap(errors -> errors.byIndex(errorIndex))
                        .map(error -> new ModuleError(pallet.name(), error.name(), error.docs()))),
        "error",
        errorIndex + " in pallet " + palletIndex,
        List.of());
  }

  /** The names of the pallets. */
  public Set<String> palletNames() {
    return Set.copyOf(pallets.keySet());
  }

  private Lookup<Pallet> pallet(String name) {
    return Lookup.of(
        Optional.ofNullable(pallets.get(name)), "pallet named", name, pallets.keySet());
  }

  private Optional<Cases> cases(OptionalInt type) {
    return type.isPresent()
        ? types.type(type.getAsInt()).flatMap(ScaleType::cases)
        : Optional.empty();
  }

  private static List<String> names(Cases cases) {
    return cases.all().stream().map(Cases.Case::name).toList();
  }

  private static void unwrap(ScaleReader in, byte[] answer) throws MalformedScale {
    // A length's first byte can be 1 only for lengths that no metadata has.
    if (answer.length > 0 && answer[0] == 1) {
      in.skip(1);
    }
    if (answer.length < 4 || answer[0] != 'm') {
      int length = in.count();
      if (length != in.remaining()) {
        throw in.malformed("a length of " + length + " for " + in.remaining() + " bytes");
      }
    }
    if (in.u32() != MAGIC) {
      throw in.malformed("no metadata: the word meta is missing");
    }
  }
}
