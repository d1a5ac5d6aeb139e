package io.gasminer.bittensor.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.ChainVectors;
import io.gasminer.bittensor.Plainly;
import io.gasminer.bittensor.scale.Decoded;
import io.gasminer.bittensor.scale.Encoded;
import io.gasminer.bittensor.scale.ScaleDecoder;
import io.gasminer.bittensor.scale.ScaleEncoder;
import io.gasminer.bittensor.scale.ScaleValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RuntimeVectorsTest {
  private final List<String> wrong = new ArrayList<>();
  private int checked;

  @ParameterizedTest
  @ValueSource(strings = {"103", "293"})
  void whatARuntimeStoresIsFoundAndRead(String spec) {
    for (RuntimeMetadata metadata :
        List.of(ChainVectors.version14(spec), ChainVectors.newest(spec))) {
      for (JsonNode vector : ChainVectors.json(spec, "storage.json").path("items")) {
        String item = vector.path("item").stringValue();
        Lookup<StorageEntry> found = metadata.storage(vector.path("pallet").stringValue(), item);
        if (vector.path("absent").asBoolean(false)) {
          expect(item + " is absent", found instanceof Lookup.Absent);
        } else {
          storage(metadata, found.found().orElseThrow(), vector);
        }
      }
    }
    report();
  }

  private void storage(RuntimeMetadata metadata, StorageEntry entry, JsonNode vector) {
    ScaleValue[] arguments = arguments(metadata, entry, vector.path("args"));
    byte[] key = ChainVectors.hex(vector.path("key"));
    expect(entry + " key", entry.key(arguments).equals(new Encoded.Bytes(key)));
    expect(
        entry + " prefix",
        entry.prefix().equals(new Encoded.Bytes(ChainVectors.hex(vector.path("prefix")))));
    expect(
        entry + " arguments of its key",
        entry.arguments(key).found().equals(Optional.of(ScaleValue.tuple(arguments))));
    JsonNode raw = vector.path("value");
    Optional<byte[]> stored = raw.isNull() ? Optional.empty() : Optional.of(ChainVectors.hex(raw));
    Optional<ScaleValue> read = entry.read(stored).found();
    JsonNode decoded = vector.path("decoded");
    expect(
        entry + " " + read + " is " + decoded,
        read.map(value -> Plainly.shows(decoded, value)).orElse(decoded.isNull()));
    if (read.isPresent() && stored.isPresent()) {
      expect(
          entry + " encoded again",
          ScaleEncoder.encode(metadata.types(), entry.valueType(), read.get())
              .equals(new Encoded.Bytes(stored.get())));
    }
  }

  @Test
  void whatTheNewestRuntimeStoresIsFoundAndRead() {
    JsonNode golden = ChainVectors.json("461-pypi", "golden.json.gz");
    for (RuntimeMetadata metadata :
        List.of(ChainVectors.version14("461-pypi"), ChainVectors.version15("461-pypi"))) {
      for (String list : List.of("storage_keys", "storage_values")) {
        for (JsonNode vector : golden.path(list)) {
          StorageEntry entry = entry(metadata, vector);
          ScaleValue[] arguments = arguments(metadata, entry, vector.path("params"));
          byte[] key = ChainVectors.hex(vector.path("key_hex"));
          expect(entry + " key", entry.key(arguments).equals(new Encoded.Bytes(key)));
          if (vector.path("raw_hex").isString()) {
            shown(
                entry.toString(),
                vector.path("decoded"),
                entry.decodeValue(ChainVectors.hex(vector.path("raw_hex"))));
          }
        }
      }
      golden.path("query_maps").forEach(map -> pairs(metadata, map));
      for (JsonNode vector : golden.path("constants")) {
        String name = vector.path("name").stringValue();
        shown(
            name,
            vector.path("decoded"),
            metadata.constant(vector.path("module").stringValue(), name).decode(Constant::value));
      }
    }
    report();
  }

  private void pairs(RuntimeMetadata metadata, JsonNode map) {
    StorageEntry entry = entry(metadata, map);
    ScaleValue[] first = arguments(metadata, entry, map.path("params"));
    expect(
        entry + " prefix",
        entry.prefix(first).equals(new Encoded.Bytes(ChainVectors.hex(map.path("prefix_hex")))));
    for (int i = 0; i < map.path("pairs").size(); i++) {
      JsonNode change = map.path("raw_changes").get(i);
      JsonNode pair = map.path("pairs").get(i);
      ScaleValue arguments = entry.arguments(ChainVectors.hex(change.get(0))).found().orElseThrow();
      ScaleValue last = entry.hashers().size() == 1 ? arguments : arguments.items().getLast();
      expect(entry + " " + last + " is " + pair.get(0), Plainly.shows(pair.get(0), last));
      shown(entry.toString(), pair.get(1), entry.decodeValue(ChainVectors.hex(change.get(1))));
    }
  }

  @Test
  void theAnswersOfRuntimeApisAreRead() {
    RuntimeMetadata metadata = ChainVectors.version15("293");
    for (JsonNode vector : ChainVectors.json("293", "runtime-apis.json")) {
      String[] name = vector.path("method").stringValue().split("_", 2);
      RuntimeApiMethod method = metadata.runtimeApi(name[0], name[1]).found().orElseThrow();
      byte[] answer = ChainVectors.hex(vector.path("result"));
      Decoded decoded = method.decode(answer);
      shown(method.name(), vector.path("decoded"), decoded);
      again(metadata, method.answerType(), decoded, answer, method.name());
    }
    JsonNode golden = ChainVectors.json("461-pypi", "golden.json.gz");
    RuntimeMetadata newest = ChainVectors.version15("461-pypi");
    for (JsonNode vector : golden.path("runtime_calls")) {
      RuntimeApiMethod method =
          newest
              .runtimeApi(vector.path("api").stringValue(), vector.path("method").stringValue())
              .found()
              .orElseThrow();
      ScaleValue[] parameters = new ScaleValue[vector.path("params").size()];
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] =
            Plainly.value(
                newest.types(), method.parameters().types().get(i), vector.path("params").get(i));
      }
      expect(
          method + " parameters",
          method
              .encode(parameters)
              .equals(new Encoded.Bytes(ChainVectors.hex(vector.path("encoded_params_hex")))));
      byte[] answer = ChainVectors.hex(vector.path("raw_hex"));
      shown(method.name(), vector.path("decoded"), method.decode(answer));
      again(newest, method.answerType(), method.decode(answer), answer, method.name());
    }
    report();
  }

  @Test
  void theCallsOfTheNewestRuntimeAreEncoded() {
    JsonNode golden = ChainVectors.json("461-pypi", "golden.json.gz");
    RuntimeMetadata metadata = ChainVectors.version15("461-pypi");
    for (JsonNode vector : golden.path("calls")) {
      if (NestedCalls.MODULES.contains(vector.path("module").stringValue())) {
        continue; // their calls are told in prose
      }
      Lookup<Call> found =
          metadata.call(vector.path("module").stringValue(), vector.path("function").stringValue());
      Call call = found.found().orElseThrow(() -> new AssertionError(found));
      Map<String, ScaleValue> arguments = new LinkedHashMap<>();
      for (int i = call.arguments().size() - 1; i >= 0; i--) {
        String name = call.arguments().get(i);
        JsonNode shown = vector.path("params").path(name);
        if (!shown.isMissingNode()) {
          arguments.put(name, Plainly.value(metadata.types(), call.argumentType(i), shown));
        }
      }
      Encoded encoded = call.encode(arguments);
      expect(
          call + " " + encoded + " is " + vector.path("data_hex"),
          encoded.equals(new Encoded.Bytes(ChainVectors.hex(vector.path("data_hex")))));
    }
    report();
  }

  @Test
  void callsWithinCallsAreEncoded() {
    RuntimeMetadata metadata = ChainVectors.version15("461-pypi");
    Map<String, Encoded> made = NestedCalls.encoded(metadata);
    for (JsonNode vector : ChainVectors.json("461-pypi", "golden.json.gz").path("calls")) {
      String module = vector.path("module").stringValue();
      if (NestedCalls.MODULES.contains(module)) {
        byte[] expected = ChainVectors.hex(vector.path("data_hex"));
        expect(
            module + " " + made.get(module),
            new Encoded.Bytes(expected).equals(made.remove(module)));
      }
    }
    assertThat(made).isEmpty();
    report();
  }

  @Test
  void eachTypeOfTheNewestRuntimeReadsAndWritesItsSamples() {
    RuntimeMetadata metadata = ChainVectors.version15("461-pypi");
    int samples = 0;
    for (JsonNode type : ChainVectors.json("461-pypi", "shape-corpus.json.gz").path("types")) {
      int id = type.path("id").intValue();
      for (JsonNode sample : type.path("samples")) {
        byte[] raw = ChainVectors.hex(sample.path("scale_hex"));
        String what = "type " + id + " " + type.path("name").stringValue();
        Decoded decoded = ScaleDecoder.decode(metadata.types(), id, raw);
        again(metadata, id, decoded, raw, what);
        shown(what, sample.path("decoded"), decoded);
        // What another sample shows is not this value: the comparison would see a difference.
        for (JsonNode other : type.path("samples")) {
          if (!other.path("decoded").equals(sample.path("decoded"))) {
            expect(
                what + ": " + decoded + " is also " + other.path("decoded"),
                !decoded
                    .found()
                    .map(value -> Plainly.shows(other.path("decoded"), value))
                    .orElse(true));
          }
        }
        samples++;
      }
    }
    report();
    assertThat(samples).isEqualTo(2899);
  }

  private void again(RuntimeMetadata metadata, int type, Decoded decoded, byte[] raw, String what) {
    Encoded encoded =
        decoded
            .found()
            .<Encoded>map(value -> ScaleEncoder.encode(metadata.types(), type, value))
            .orElse(new Encoded.Refused("", decoded.toString()));
    expect(what + " again: " + encoded, encoded.equals(new Encoded.Bytes(raw)));
  }

  private void shown(String what, JsonNode expected, Decoded decoded) {
    expect(
        what + ": " + decoded + " is " + expected,
        decoded.found().map(value -> Plainly.shows(expected, value)).orElse(false));
  }

  private static StorageEntry entry(RuntimeMetadata metadata, JsonNode vector) {
    return metadata
        .storage(vector.path("pallet").stringValue(), vector.path("storage_function").stringValue())
        .found()
        .orElseThrow();
  }

  private static ScaleValue[] arguments(
      RuntimeMetadata metadata, StorageEntry entry, JsonNode shown) {
    ScaleValue[] arguments = new ScaleValue[shown.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = Plainly.value(metadata.types(), entry.argumentType(i), shown.get(i));
    }
    return arguments;
  }

  private void expect(String what, boolean holds) {
    checked++;
    if (!holds) {
      wrong.add(what.length() > 600 ? what.substring(0, 600) : what);
    }
  }

  private void report() {
    assertThat(checked).isPositive();
    assertThat(wrong).as("of %s checks", checked).isEmpty();
  }
}
