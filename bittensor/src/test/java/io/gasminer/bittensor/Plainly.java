package io.gasminer.bittensor;

import io.gasminer.bittensor.scale.Fields;
import io.gasminer.bittensor.scale.Primitive;
import io.gasminer.bittensor.scale.ScaleType;
import io.gasminer.bittensor.scale.ScaleValue;
import io.gasminer.bittensor.scale.TypeRegistry;
import io.gasminer.bittensor.scale.TypeShape;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Compares values with how other libraries show them in JSON, which differ in taste: accounts as
 * SS58, bytes as hex, text or numbers, options as null, names in camel case.
 */
public final class Plainly {
  private Plainly() {}

  /** Whether the JSON shows the value. */
  public static boolean shows(JsonNode shown, ScaleValue value) {
    return switch (value) {
      case ScaleValue.Bool bool -> shown.isBoolean() && shown.booleanValue() == bool.value();
      case ScaleValue.Int number -> number(shown, BigInteger.valueOf(number.value()));
      case ScaleValue.BigInt number -> number(shown, number.value());
      case ScaleValue.Oversized number -> number(shown, number.value());
      case ScaleValue.Text text -> shown.isString() && shown.stringValue().equals(text.value());
      case ScaleValue.Bits bits -> bits(shown, bits);
      case ScaleValue.Bytes bytes -> bytes(shown, bytes.value());
      case ScaleValue.Sequence sequence ->
          shown.isObject()
              ? map(shown, sequence.elements())
              : number256(shown, sequence) || list(shown, sequence.elements());
      case ScaleValue.Composite composite -> composite(shown, composite);
      case ScaleValue.Variant variant -> variant(shown, variant);
    };
  }

  static boolean composite(JsonNode shown, ScaleValue.Composite composite) {
    if (composite.names().isEmpty()) {
      boolean nothing = composite.values().isEmpty();
      return list(shown, composite.values()) || (nothing && (shown.isNull() || shown.isEmpty()));
    }
    if (shown.has("event_id")) {
      return ShownForms.eventRecord(shown, composite);
    }
    if (!shown.isObject() || shown.size() != composite.names().size()) {
      return false;
    }
    for (String name : composite.names()) {
      JsonNode field = shown.has(name) ? shown.get(name) : shown.path(camelCase(name));
      if (!shows(field, composite.field(name).orElseThrow())) {
        return false;
      }
    }
    return true;
  }

  private static boolean variant(JsonNode shown, ScaleValue.Variant variant) {
    if (variant.name().equals("None")) {
      return shown.isNull() || shown.toString().equals("\"None\"");
    }
    if (variant.name().equals("Some")) {
      ScaleValue inner = variant.items().getFirst();
      boolean nested = inner instanceof ScaleValue.Variant option && option.name().equals("None");
      return (nested || !shown.isNull()) && shows(shown, inner);
    }
    if (variant.name().matches("Mortal[0-9]+|Immortal")) {
      return ShownForms.era(shown, variant);
    }
    if (shown.has("call_function")) {
      return ShownForms.call(shown, variant);
    }
    if (shown.has("event_id")) {
      return ShownForms.event(shown, variant);
    }
    if (variant.items().isEmpty()) {
      return shown.isString()
          ? shown.stringValue().equals(variant.name())
          : shown.size() == 1 && shown.has(variant.name()) && shown.get(variant.name()).isNull();
    }
    if (variant.name().equals("Id") || variant.name().equals("Index")) {
      return shows(shown, variant.items().getFirst()); // addresses are shown without their case
    }
    String name = shown.has(variant.name()) ? variant.name() : camelCase(variant.name());
    return shown.size() == 1 && shown.has(name) && fields(shown.get(name), variant.fields());
  }

  private static boolean fields(JsonNode shown, ScaleValue.Composite fields) {
    return fields.values().size() == 1 && fields.names().isEmpty()
        ? shows(shown, fields.values().getFirst())
        : composite(shown, fields);
  }

  private static boolean map(JsonNode shown, List<ScaleValue> entries) {
    List<String> open = new ArrayList<>(shown.propertyNames());
    for (ScaleValue entry : entries) {
      List<ScaleValue> pair = entry.items();
      boolean found =
          pair.size() == 2
              && open.removeIf(
                  key ->
                      shows(StringNode.valueOf(key), pair.getFirst())
                          && shows(shown.get(key), pair.getLast()));
      if (!found) {
        return false;
      }
    }
    return open.isEmpty();
  }

  private static boolean bits(JsonNode shown, ScaleValue.Bits bits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bits.length(); i++) {
      text.append(bits.set().testBit(i) ? '1' : '0');
    }
    return shown.isString() && shown.stringValue().equals("0b" + text);
  }

  static boolean list(JsonNode shown, List<ScaleValue> items) {
    if (!shown.isArray() || shown.size() != items.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!shows(shown.get(i), items.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean bytes(JsonNode shown, byte[] bytes) {
    if (shown.isArray()) {
      List<ScaleValue> numbers = new ArrayList<>();
      for (byte one : bytes) {
        numbers.add(ScaleValue.of(one & 0xFFL));
      }
      return list(shown, numbers);
    }
    String text = shown.stringValue("");
    return shown.isString() && shows(text, bytes);
  }

  private static boolean shows(String text, byte[] bytes) {
    return text.equals("0x" + HexFormat.of().formatHex(bytes))
        || text.equals(new String(bytes, StandardCharsets.UTF_8))
        || (bytes.length == 32 && text.equals(Ss58Address.of(bytes).toString()));
  }

  private static boolean number(JsonNode shown, BigInteger number) {
    if (shown.isString() && shown.stringValue().startsWith("0x")) {
      return new BigInteger(shown.stringValue().substring(2), 16).equals(number);
    }
    return shown.isNumber() && shown.bigIntegerValue().equals(number)
        || shown.isString() && shown.stringValue().equals(number.toString());
  }

  private static boolean number256(JsonNode shown, ScaleValue.Sequence words) {
    if (!shown.isNumber()) {
      return false;
    }
    BigInteger joined = BigInteger.ZERO;
    for (int i = words.elements().size() - 1; i >= 0; i--) {
      joined = joined.shiftLeft(64).or(words.elements().get(i).asInteger().orElseThrow());
    }
    return shown.bigIntegerValue().equals(joined);
  }

  private static String camelCase(String name) {
    if (!name.isEmpty() && Character.isUpperCase(name.charAt(0))) {
      return Character.toLowerCase(name.charAt(0)) + name.substring(1); // a case
    }
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_")) {
      camel.append(
          camel.isEmpty() || word.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }

  /** The value of the type that the JSON shows, for arguments of calls and keys. */
  public static ScaleValue value(TypeRegistry types, int type, JsonNode shown) {
    TypeShape shape = types.type(type).map(ScaleType::shape).orElseThrow();
    return switch (shape) {
      case TypeShape.Plain(Primitive primitive) -> plain(primitive, shown);
      case TypeShape.Compact compact -> value(types, compact.of(), shown);
      case TypeShape.Composite(Fields fields) -> fields(types, fields, shown);
      case TypeShape.Variant(var cases) -> {
        if (cases.byName("Some").isPresent()) {
          int inner = cases.byName("Some").orElseThrow().fields().types().getFirst();
          yield ScaleValue.option(
              shown.isNull() ? Optional.empty() : Optional.of(value(types, inner, shown)));
        }
        if (shown.isObject()) {
          String name = shown.propertyNames().iterator().next();
          yield new ScaleValue.Variant(
              name,
              new ScaleValue.Composite(
                  List.of(),
                  List.of(
                      value(
                          types,
                          cases.byName(name).orElseThrow().fields().types().getFirst(),
                          shown.get(name)))));
        }
        yield cases.byName("Id").isPresent()
            ? ScaleValue.variant("Id", ScaleValue.of(raw(shown)))
            : ScaleValue.variant(shown.stringValue());
      }
      case TypeShape.Sequence sequence when shown.isArray() ->
          elements(types, sequence.element(), shown);
      case TypeShape.Array array when shown.isArray() -> elements(types, array.element(), shown);
      case TypeShape.Sequence _, TypeShape.Array _, TypeShape.Bits _ -> ScaleValue.of(raw(shown));
    };
  }

  private static ScaleValue fields(TypeRegistry types, Fields fields, JsonNode shown) {
    if (fields.size() == 1 && !shown.isObject()) {
      return value(types, fields.types().getFirst(), shown);
    }
    List<ScaleValue> values = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      JsonNode field = shown.isArray() ? shown.get(i) : shown.get(fields.names().get(i));
      values.add(value(types, fields.types().get(i), field));
    }
    return new ScaleValue.Composite(fields.names(), values);
  }

  private static ScaleValue elements(TypeRegistry types, int element, JsonNode shown) {
    List<ScaleValue> values = new ArrayList<>();
    shown.forEach(one -> values.add(value(types, element, one)));
    return ScaleValue.sequence(values);
  }

  private static ScaleValue plain(Primitive primitive, JsonNode shown) {
    return switch (primitive) {
      case BOOL -> ScaleValue.of(shown.booleanValue());
      case CHAR, STR -> ScaleValue.of(shown.stringValue());
      case U8, U16, U32, U64, U128, U256, I8, I16, I32, I64, I128, I256 ->
          ScaleValue.of(
              shown.isString() ? new BigInteger(shown.stringValue()) : shown.bigIntegerValue());
    };
  }

  private static byte[] raw(JsonNode shown) {
    String text = shown.stringValue();
    return text.startsWith("0x")
        ? ChainVectors.hex(text)
        : Ss58Address.parse(text)
            .map(Ss58Address::publicKey)
            .orElseGet(() -> text.getBytes(StandardCharsets.UTF_8));
  }
}
