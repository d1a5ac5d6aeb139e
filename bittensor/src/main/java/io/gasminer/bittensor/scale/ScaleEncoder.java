package io.gasminer.bittensor.scale;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Owns the encoding of values by the types of a runtime. A composite of a single field takes the
 * field's value as well; fields with names are found by name, whatever their order. Encoding is
 * thread-safe; a value must not change meanwhile.
 */
public final class ScaleEncoder {
  private static final int DEEPEST = 128;

  private final TypeRegistry types;
  private final ScaleWriter out = new ScaleWriter();

  private ScaleEncoder(TypeRegistry types) {
    this.types = types;
  }

  /** The bytes of the value as a value of the type. */
  public static Encoded encode(TypeRegistry types, int type, ScaleValue value) {
    ScaleEncoder encoder = new ScaleEncoder(types);
    try {
      encoder.value(type, value, 0);
      return new Encoded.Bytes(encoder.out.toBytes());
    } catch (UnfitValue unfit) {
      return unfit.outcome();
    }
  }

  /** The bytes of several values one after the other, as the fields ask for them. */
  public static Encoded encode(TypeRegistry types, Fields fields, ScaleValue.Composite values) {
    ScaleEncoder encoder = new ScaleEncoder(types);
    try {
      encoder.fields(fields, values, 0);
      return new Encoded.Bytes(encoder.out.toBytes());
    } catch (UnfitValue unfit) {
      return unfit.outcome();
    }
  }

  private void value(int type, ScaleValue value, int depth) throws UnfitValue {
    if (depth > DEEPEST) {
      throw new UnfitValue("nested too deeply");
    }
    switch (shape(type)) {
      case TypeShape.Plain plain -> primitive(plain.primitive(), value);
      case TypeShape.Composite composite -> composite(composite.fields(), value, depth);
      case TypeShape.Variant variant -> variant(variant.cases(), value, depth);
      case TypeShape.Sequence sequence -> sequence(sequence.element(), value, depth);
      case TypeShape.Array array -> array(array, value, depth);
      case TypeShape.Compact compact -> compact(compact.of(), value);
      case TypeShape.Bits bits -> BitWords.write(out, bits, checked(value));
    }
  }

  private void composite(Fields fields, ScaleValue value, int depth) throws UnfitValue {
    boolean same =
        value instanceof ScaleValue.Composite composite
            && composite.values().size() == 1
            && composite.names().equals(fields.names());
    if (fields.isNewtype() || (fields.size() == 1 && !same)) {
      value(fields.types().getFirst(), value, depth + 1);
    } else if (value instanceof ScaleValue.Composite composite) {
      fields(fields, composite, depth);
    } else {
      throw new UnfitValue(fields.size() + " fields are due, not " + kind(value));
    }
  }

  private void fields(Fields fields, ScaleValue.Composite value, int depth) throws UnfitValue {
    boolean byName = !value.names().isEmpty() && !value.names().equals(fields.names());
    if (value.values().size() != fields.size() || (byName && fields.names().isEmpty())) {
      throw new UnfitValue(difference(fields, value));
    }
    for (int i = 0; i < fields.size(); i++) {
      int from = byName ? value.names().indexOf(fields.names().get(i)) : i;
      if (from < 0) {
        throw new UnfitValue(difference(fields, value));
      }
      try {
        value(fields.types().get(i), value.values().get(from), depth + 1);
      } catch (UnfitValue unfit) {
        throw unfit.inside(Path.field(fields.names(), i));
      }
    }
  }

  private void variant(Cases cases, ScaleValue value, int depth) throws UnfitValue {
    if (!(value instanceof ScaleValue.Variant variant)) {
      throw new UnfitValue("one of " + names(cases) + " is due, not " + kind(value));
    }
    Cases.Case chosen =
        cases
            .byName(variant.name())
            .orElseThrow(
                () -> new UnfitValue("no case " + variant.name() + " among " + names(cases)));
    out.u8(chosen.index());
    try {
      fields(chosen.fields(), variant.fields(), depth);
    } catch (UnfitValue unfit) {
      throw unfit.inside(chosen.name());
    }
  }

  private void sequence(int element, ScaleValue value, int depth) throws UnfitValue {
    if (types.isByte(element) && value instanceof ScaleValue.Bytes bytes) {
      out.compact(bytes.value().length).bytes(bytes.value());
    } else if (value instanceof ScaleValue.Sequence sequence) {
      out.compact(sequence.elements().size());
      elements(element, sequence.elements(), depth);
    } else {
      throw new UnfitValue("a sequence is due, not " + kind(value));
    }
  }

  private void array(TypeShape.Array array, ScaleValue value, int depth) throws UnfitValue {
    if (types.isByte(array.element()) && value instanceof ScaleValue.Bytes bytes) {
      refuseUnless(bytes.value().length == array.length(), array.length() + " bytes are due");
      out.bytes(bytes.value());
    } else if (value instanceof ScaleValue.Sequence sequence) {
      refuseUnless(
          sequence.elements().size() == array.length(), array.length() + " elements are due");
      elements(array.element(), sequence.elements(), depth);
    } else {
      throw new UnfitValue("an array of " + array.length() + " is due, not " + kind(value));
    }
  }

  private void elements(int element, List<ScaleValue> content, int depth) throws UnfitValue {
    for (int i = 0; i < content.size(); i++) {
      try {
        value(element, content.get(i), depth + 1);
      } catch (UnfitValue unfit) {
        throw unfit.inside(Path.index(i));
      }
    }
  }

  private void compact(int of, ScaleValue value) throws UnfitValue {
    int bits =
        types.compactBits(of).orElseThrow(() -> new UnfitValue("a compact of what is no number"));
    if (value instanceof ScaleValue.Oversized(BigInteger claimed)) {
      refuseUnless(
          claimed.signum() >= 0 && claimed.bitLength() <= ScaleWriter.COMPACT_BITS,
          claimed + " has no compact form");
      out.compact(claimed);
    } else {
      BigInteger number = value.asInteger().orElseThrow(() -> due("a number", value));
      refuseUnless(
          number.signum() >= 0 && number.bitLength() <= bits,
          number + " is no number of " + bits + " bits");
      out.compact(number);
    }
  }

  private void primitive(Primitive primitive, ScaleValue value) throws UnfitValue {
    switch (primitive) {
      case BOOL -> out.u8(value.asBoolean().orElseThrow(() -> due("true or false", value)) ? 1 : 0);
      case CHAR -> character(value.asText().orElseThrow(() -> due("a character", value)));
      case STR -> {
        byte[] text =
            value.asText().orElseThrow(() -> due("text", value)).getBytes(StandardCharsets.UTF_8);
        out.compact(text.length).bytes(text);
      }
      case U8, U16, U32, U64, U128, U256, I8, I16, I32, I64, I128, I256 ->
          out.fixed(number(primitive, value), primitive.width());
    }
  }

  private void character(String text) throws UnfitValue {
    int code = text.isEmpty() ? 0 : text.codePointAt(0);
    refuseUnless(
        text.codePointCount(0, text.length()) == 1
            && (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE),
        "a single character is due");
    out.fixed(code, 4);
  }

  private static BigInteger number(Primitive primitive, ScaleValue value) throws UnfitValue {
    BigInteger number = value.asInteger().orElseThrow(() -> due("a number", value));
    int bits = 8 * primitive.width() - (primitive.signed() ? 1 : 0);
    refuseUnless(
        number.bitLength() <= bits && (primitive.signed() || number.signum() >= 0),
        number + " is no " + primitive);
    return number;
  }

  private static ScaleValue.Bits checked(ScaleValue value) throws UnfitValue {
    if (!(value instanceof ScaleValue.Bits bits)) {
      throw due("bits", value);
    }
    refuseUnless(
        bits.length() >= 0 && bits.set().signum() >= 0 && bits.set().bitLength() <= bits.length(),
        "bits beyond the length");
    return bits;
  }

  private TypeShape shape(int type) throws UnfitValue {
    return types
        .type(type)
        .orElseThrow(() -> new UnfitValue("the runtime's metadata has no type " + type))
        .shape();
  }

  private static void refuseUnless(boolean fits, String reason) throws UnfitValue {
    if (!fits) {
      throw new UnfitValue(reason);
    }
  }

  private static UnfitValue due(String expected, ScaleValue value) {
    return new UnfitValue(expected + " is due, not " + kind(value));
  }

  private static String difference(Fields fields, ScaleValue.Composite value) {
    return "the fields "
        + (fields.names().isEmpty() ? String.valueOf(fields.size()) : fields.names())
        + " are due, not "
        + (value.names().isEmpty() ? String.valueOf(value.values().size()) : value.names());
  }

  private static String names(Cases cases) {
    return cases.all().stream().limit(20).map(Cases.Case::name).collect(Collectors.joining(", "));
  }

  private static String kind(ScaleValue value) {
    return switch (value) {
      case ScaleValue.Composite _ -> "fields";
      case ScaleValue.Variant variant -> "the case " + variant.name();
      case ScaleValue.Sequence _ -> "a sequence";
      case ScaleValue.Bytes bytes -> bytes.value().length + " bytes";
      case ScaleValue.Text _ -> "text";
      case ScaleValue.Int _, ScaleValue.BigInt _ -> "a number";
      case ScaleValue.Oversized _ -> "an oversized number";
      case ScaleValue.Bool _ -> "true or false";
      case ScaleValue.Bits _ -> "bits";
    };
  }
}
