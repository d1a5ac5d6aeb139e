package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.scale.Fields;
import io.gasminer.bittensor.scale.MalformedScale;
import io.gasminer.bittensor.scale.ScaleReader;
import io.gasminer.bittensor.scale.ScaleType;
import io.gasminer.bittensor.scale.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Owns the reading of metadata of the versions 14 and 15. Not thread-safe. */
final class MetadataReader {
  static final int OLDEST = 14;
  static final int NEWEST = 15;

  private final ScaleReader in;
  private final int version;
  private final TypeRegistry types;

  private MetadataReader(ScaleReader in, int version) throws MalformedScale {
    this.in = in;
    this.version = version;
    this.types = TypeTable.read(in);
  }

  /** Reads what follows the version. */
  static RuntimeMetadata read(ScaleReader in, int version) throws MalformedScale {
    return new MetadataReader(in, version).metadata();
  }

  private RuntimeMetadata metadata() throws MalformedScale {
    Map<String, Pallet> pallets = new PalletTable(in, types, version >= NEWEST).read();
    ExtrinsicFormat format = version >= NEWEST ? format15() : format14();
    type(); // the runtime itself
    Map<String, Map<String, RuntimeApiMethod>> apis = Map.of();
    if (version >= NEWEST) {
      apis = apis();
      rest();
    }
    if (in.remaining() > 0) {
      throw in.malformed(in.remaining() + " bytes after the metadata");
    }
    return new RuntimeMetadata(version, types, pallets, format, apis);
  }

  private ExtrinsicFormat format14() throws MalformedScale {
    ScaleType extrinsic = types.type(type()).orElseThrow();
    int format = in.u8();
    return new ExtrinsicFormat(
        format, extrinsic.parameter("Address"), extrinsic.parameter("Signature"), extensions());
  }

  private ExtrinsicFormat format15() throws MalformedScale {
    int format = in.u8();
    int address = type();
    type(); // calls
    int signature = type();
    type(); // all extensions in one
    return new ExtrinsicFormat(
        format, OptionalInt.of(address), OptionalInt.of(signature), extensions());
  }

  private List<SignedExtension> extensions() throws MalformedScale {
    List<SignedExtension> extensions = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      extensions.add(new SignedExtension(in.text(), type(), type()));
    }
    return extensions;
  }

  private Map<String, Map<String, RuntimeApiMethod>> apis() throws MalformedScale {
    Map<String, Map<String, RuntimeApiMethod>> apis = new LinkedHashMap<>();
    for (int left = in.count(); left > 0; left--) {
      String name = in.text();
      Map<String, RuntimeApiMethod> methods = new LinkedHashMap<>();
      for (int more = in.count(); more > 0; more--) {
        String method = in.text();
        methods.putIfAbsent(method, method(name + "_" + method));
      }
      Docs.skip(in);
      apis.putIfAbsent(name, methods);
    }
    return apis;
  }

  private RuntimeApiMethod method(String name) throws MalformedScale {
    List<String> names = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      names.add(in.text());
      numbers.add(type());
    }
    RuntimeApiMethod method = new RuntimeApiMethod(types, name, new Fields(names, numbers), type());
    Docs.skip(in);
    return method;
  }

  private void rest() throws MalformedScale {
    type(); // all calls
    type(); // all events
    type(); // all errors
    for (int custom = in.count(); custom > 0; custom--) {
      in.skip(in.count());
      type();
      in.skip(in.count());
    }
  }

  private int type() throws MalformedScale {
    long number = in.compactU32();
    if (number >= types.size()) {
      throw in.malformed("a reference to type " + number + " of " + types.size());
    }
    return (int) number;
  }
}
