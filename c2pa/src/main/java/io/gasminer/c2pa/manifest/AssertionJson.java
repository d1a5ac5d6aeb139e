package io.gasminer.c2pa.manifest;

import io.gasminer.c2pa.cbor.CborArray;
import io.gasminer.c2pa.cbor.CborBytes;
import io.gasminer.c2pa.cbor.CborFloat;
import io.gasminer.c2pa.cbor.CborInteger;
import io.gasminer.c2pa.cbor.CborMap;
import io.gasminer.c2pa.cbor.CborSimple;
import io.gasminer.c2pa.cbor.CborTag;
import io.gasminer.c2pa.cbor.CborText;
import io.gasminer.c2pa.cbor.CborValue;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Owns how assertions look in JSON: byte strings as base64, tags left out, keys as text. */
public final class AssertionJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AssertionJson() {}

  /** The data of an assertion, where it is CBOR or JSON that parses. */
  public static Optional<JsonNode> of(Assertion assertion) {
    return switch (assertion.content()) {
      case Assertion.Content.Cbor cbor -> cbor.value().map(AssertionJson::of);
      case Assertion.Content.Json json -> json.value();
      case Assertion.Content.EmbeddedFile file -> Optional.empty();
      case Assertion.Content.Uuid uuid -> Optional.empty();
    };
  }

  /** A CBOR item as JSON. */
  public static JsonNode of(CborValue value) {
    return switch (value) {
      case CborText text -> JSON.stringNode(text.value());
      case CborInteger number -> JSON.numberNode(number.value());
      case CborBytes bytes -> JSON.stringNode(Base64.getEncoder().encodeToString(bytes.value()));
      case CborArray array -> {
        ArrayNode node = JSON.arrayNode();
        array.items().forEach(item -> node.add(of(item)));
        yield node;
      }
      case CborMap map -> {
        ObjectNode node = JSON.objectNode();
        map.entries().forEach(entry -> node.set(key(entry.key()), of(entry.value())));
        yield node;
      }
      case CborTag tag -> of(tag.content());
      case CborFloat number -> JSON.numberNode(number.value());
      case CborSimple simple ->
          simple.isTrue() || simple.isFalse() ? JSON.booleanNode(simple.isTrue()) : JSON.nullNode();
    };
  }

  private static String key(CborValue key) {
    return key instanceof CborText text ? text.value() : of(key).toString();
  }
}
