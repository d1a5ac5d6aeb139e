package io.gasminer.bittensor.scale;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns the decoding of values by the types of a runtime. Refused: bytes after the value, numbers
 * longer than needed, more elements than bytes left, nesting beyond 128, and more than two million
 * values. A compact number larger than its type is no fault but {@link ScaleValue.Oversized}. Not
 * thread-safe; {@link #decode} is.
 */
public final class ScaleDecoder {
  private static final int DEEPEST = 128;
  private static final int MOST_VALUES = 1 << 21;
  // Elements without bytes are not bounded by the bytes left; nobody needs many of them.
  private static final int MOST_EMPTY = 4096;
  private static final int FIRST_ROOM = 64;
  private static final ScaleValue TRUE = new ScaleValue.Bool(true);
  private static final ScaleValue FALSE = new ScaleValue.Bool(false);

  private final TypeRegistry types;
  private final ScaleReader in;
  private int values;

  /** Decodes from where the reader stands. */
  public ScaleDecoder(TypeRegistry types, ScaleReader in) {
    this.types = types;
    this.in = in;
  }

  /** Decodes a value that fills the array. */
  public static Decoded decode(TypeRegistry types, int type, byte[] source) {
    ScaleReader in = new ScaleReader(source);
    try {
      ScaleValue value = new ScaleDecoder(types, in).next(type);
      return in.remaining() == 0
          ? new Decoded.Value(value)
          : in.malformed(in.remaining() + " bytes after the value").outcome();
    } catch (MalformedScale malformed) {
      return malformed.outcome();
    }
  }

  /** The next value; the reader stands behind it then. */
  public ScaleValue next(int type) throws MalformedScale {
    return value(type, 0);
  }

  private ScaleValue value(int type, int depth) throws MalformedScale {
    if (depth > DEEPEST) {
      throw in.malformed("nested too deeply");
    }
    if (++values > MOST_VALUES) {
      throw in.malformed("too many values");
    }
    return switch (types.shape(type, in.offset())) {
      case TypeShape.Plain plain -> primitive(plain.primitive());
      case TypeShape.Composite composite ->
          composite.fields().isNewtype()
              ? value(composite.fields().types().getFirst(), depth + 1)
              : fields(composite.fields(), depth);
      case TypeShape.Variant variant -> variant(variant.cases(), depth);
      case TypeShape.Sequence sequence -> sequence(sequence.element(), depth);
      case TypeShape.Array array -> elements(array.length(), array.element(), depth);
      case TypeShape.Compact compact -> compact(compact.of());
      case TypeShape.Bits bits -> BitWords.read(in, bits);
    };
  }

  private ScaleValue.Composite fields(Fields fields, int depth) throws MalformedScale {
    List<ScaleValue> content = new ArrayList<>(roomFor(fields.size()));
    for (int i = 0; i < fields.size(); i++) {
      try {
        content.add(value(fields.types().get(i), depth + 1));
      } catch (MalformedScale malformed) {
        throw malformed.inside(Path.field(fields.names(), i));
      }
    }
    return new ScaleValue.Composite(fields.names(), List.copyOf(content));
  }

  private ScaleValue variant(Cases cases, int depth) throws MalformedScale {
    int start = in.offset();
    int index = in.u8();
    Cases.Case chosen =
        cases
            .byIndex(index)
            .orElseThrow(() -> new MalformedScale("the type has no case " + index, start));
    try {
      return new ScaleValue.Variant(chosen.name(), fields(chosen.fields(), depth));
    } catch (MalformedScale malformed) {
      throw malformed.inside(chosen.name());
    }
  }

  private ScaleValue sequence(int element, int depth) throws MalformedScale {
    return elements(in.compactU32(), element, depth);
  }

  private ScaleValue elements(long count, int element, int depth) throws MalformedScale {
    if (count > in.remaining() && (count > MOST_EMPTY || !types.isEmpty(element))) {
      throw in.malformed(count + " elements announced, and " + in.remaining() + " bytes left");
    }
    if (types.isByte(element)) {
      return new ScaleValue.Bytes(in.bytes((int) count));
    }
    List<ScaleValue> content = new ArrayList<>(roomFor(count));
    for (int i = 0; i < count; i++) {
      try {
        content.add(value(element, depth + 1));
      } catch (MalformedScale malformed) {
        throw malformed.inside(Path.index(i));
      }
    }
    return new ScaleValue.Sequence(List.copyOf(content));
  }

  // A count is a claim: at each level of a nested type it may be as large as the bytes left.
  private static int roomFor(long count) {
    return (int) Math.min(count, FIRST_ROOM);
  }

  private ScaleValue compact(int of) throws MalformedScale {
    int bits =
        types.compactBits(of).orElseThrow(() -> in.malformed("a compact of what is no number"));
    BigInteger value = in.compact();
    return value.bitLength() > bits ? new ScaleValue.Oversized(value) : ScaleValue.of(value);
  }

  private ScaleValue primitive(Primitive primitive) throws MalformedScale {
    return switch (primitive) {
      case BOOL -> bool();
      case CHAR -> character();
      case STR -> new ScaleValue.Text(in.text());
      case U8 -> new ScaleValue.Int(in.u8());
      case U16 -> new ScaleValue.Int(in.u16());
      case U32 -> new ScaleValue.Int(in.u32());
      case U64 -> unsigned64();
      case I8 -> new ScaleValue.Int((byte) in.u8());
      case I16 -> new ScaleValue.Int((short) in.u16());
      case I32 -> new ScaleValue.Int((int) in.u32());
      case I64 -> new ScaleValue.Int(in.bits64());
      case U128, U256, I128, I256 ->
          ScaleValue.of(in.integer(primitive.width(), primitive.signed()));
    };
  }

  private ScaleValue unsigned64() throws MalformedScale {
    long bits = in.bits64();
    return bits >= 0
        ? new ScaleValue.Int(bits)
        : new ScaleValue.BigInt(BigInteger.valueOf(bits).add(BigInteger.TWO.pow(Long.SIZE)));
  }

  private ScaleValue bool() throws MalformedScale {
    int start = in.offset();
    return switch (in.u8()) {
      case 0 -> FALSE;
      case 1 -> TRUE;
      default -> throw new MalformedScale("a truth value other than 0 and 1", start);
    };
  }

  private ScaleValue character() throws MalformedScale {
    int start = in.offset();
    long code = in.u32();
    if (code > Character.MAX_CODE_POINT || (code >= 0xD800 && code <= 0xDFFF)) {
      throw new MalformedScale("a number that is no character", start);
    }
    return new ScaleValue.Text(Character.toString((int) code));
  }
}
