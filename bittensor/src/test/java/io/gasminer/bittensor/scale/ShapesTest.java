package io.gasminer.bittensor.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {
  private final Shapes shapes = new Shapes();

  @ParameterizedTest
  @CsvSource({
    "I8, -1, ff",
    "I8, -128, 80",
    "I8, 127, 7f",
    "I16, -2, feff",
    "I16, -32768, 0080",
    "I32, -1, ffffffff",
    "I32, -2147483648, 00000080",
    "I64, -1, ffffffffffffffff",
    "I64, 9223372036854775807, ffffffffffffff7f",
    "I128, -1, ffffffffffffffffffffffffffffffff",
    "I128, 1, 01000000000000000000000000000000",
    "I256, -256, 00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "U8, 255, ff",
    "U16, 65534, feff",
    "U32, 4294967295, ffffffff",
    "U64, 18446744073709551615, ffffffffffffffff",
    "U128, 340282366920938463463374607431768211455, ffffffffffffffffffffffffffffffff",
    "U256, 256, 0001000000000000000000000000000000000000000000000000000000000000"
  })
  void integersAreLowestByteFirstAndTwosComplement(Primitive kind, BigInteger value, String hex) {
    roundTrip(shapes.add(kind), ScaleValue.of(value), hex);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"BOOL", "CHAR", "STR"},
      mode = EnumSource.Mode.EXCLUDE)
  void anIntegerOutsideItsTypeIsRefusedAndOneAtTheEdgeIsNot(Primitive kind) {
    int type = shapes.add(kind);
    int bits = 8 * kind.width() - (kind.signed() ? 1 : 0);
    BigInteger most = BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
    BigInteger least = kind.signed() ? most.not() : BigInteger.ZERO;
    for (BigInteger fits : List.of(most, least)) {
      byte[] bytes = encoded(type, ScaleValue.of(fits)).bytes().orElseThrow();
      assertThat(decoded(type, bytes)).isEqualTo(new Decoded.Value(ScaleValue.of(fits)));
    }
    for (BigInteger outside : List.of(most.add(BigInteger.ONE), least.subtract(BigInteger.ONE))) {
      assertThat(encoded(type, ScaleValue.of(outside))).isInstanceOf(Encoded.Refused.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"a, 61000000", "é, e9000000", "€, ac200000", "🜲, 32f70100"})
  void aCharacterIsItsNumberInFourBytes(String character, String hex) {
    roundTrip(shapes.add(Primitive.CHAR), ScaleValue.of(character), hex);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00d80000", "ffdf0000", "00001100", "ffffffff", "610000"})
  void aNumberThatIsNoCharacterIsMalformed(String hex) {
    assertThat(decoded(shapes.add(Primitive.CHAR), HexFormat.of().parseHex(hex)))
        .isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void anOptionOfATruthValueTakesTwoBytes() {
    int bool = shapes.add(Primitive.BOOL);
    Cases.Case none = new Cases.Case("None", 0, Fields.NONE, "");
    Cases.Case some = new Cases.Case("Some", 1, new Fields(List.of(), List.of(bool)), "");
    int option = shapes.add(new TypeShape.Variant(new Cases(List.of(none, some))));
    roundTrip(option, ScaleValue.option(Optional.empty()), "00");
    roundTrip(option, ScaleValue.option(Optional.of(ScaleValue.of(false))), "0100");
    roundTrip(option, ScaleValue.option(Optional.of(ScaleValue.of(true))), "0101");
    for (String wrong : List.of("02", "0102", "01", "0001", "")) {
      assertThat(decoded(option, HexFormat.of().parseHex(wrong)))
          .as("0x%s", wrong)
          .isInstanceOf(Decoded.Malformed.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // bits from the first; in words of 8, 16, 32 and 64 bits, filled from either end
    "8, true, 101, 0c05",
    "8, false, 101, 0ca0",
    "16, true, 101, 0c0500",
    "16, false, 101, 0c00a0",
    "32, true, 101, 0c05000000",
    "32, false, 101, 0c000000a0",
    "64, true, 101, 0c0500000000000000",
    "64, false, 101, 0c00000000000000a0",
    "8, true, 000000011, 248001",
    "8, false, 000000011, 240180",
    "16, true, 10000000000000011, 4401800100",
    "16, false, 10000000000000011, 4401800080",
    "8, true, '', 00",
    "64, false, '', 00"
  })
  void bitsFillWordsFromTheEndThatTheTypeNames(
      int wordBits, boolean lowestFirst, String bits, String hex) {
    BigInteger set = BigInteger.ZERO;
    for (int i = 0; i < bits.length(); i++) {
      set = bits.charAt(i) == '1' ? set.setBit(i) : set;
    }
    int type = shapes.add(new TypeShape.Bits(wordBits, lowestFirst));
    roundTrip(type, new ScaleValue.Bits(bits.length(), set), hex);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0c", "0c0d", "03ffffffff", "feffffff", "0c0500", "1c"})
  void bitsThatAreNotThereOrBeyondTheLengthAreMalformed(String hex) {
    int type = shapes.add(new TypeShape.Bits(8, true));
    assertThat(decoded(type, HexFormat.of().parseHex(hex))).isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void aCompactNumberLargerThanItsTypeIsKeptAndIsNoNumber() {
    int compact = shapes.add(new TypeShape.Compact(shapes.add(Primitive.U8)));
    ScaleValue.Oversized oversized = new ScaleValue.Oversized(BigInteger.valueOf(256));
    roundTrip(compact, oversized, "0104");
    assertThat(oversized.asLong()).isEmpty();
    assertThat(oversized.asInteger()).isEmpty();
    roundTrip(compact, ScaleValue.of(255), "fd03");
    assertThat(encoded(compact, ScaleValue.of(256)))
        .isEqualTo(new Encoded.Refused("", "256 is no number of 8 bits"));
    assertThat(encoded(compact, ScaleValue.of(-1))).isInstanceOf(Encoded.Refused.class);
    BigInteger largest = BigInteger.TWO.pow(536).subtract(BigInteger.ONE);
    roundTrip(compact, new ScaleValue.Oversized(largest), "ff" + "ff".repeat(67));
    assertThat(encoded(compact, new ScaleValue.Oversized(largest.add(BigInteger.ONE))))
        .isInstanceOf(Encoded.Refused.class);
    int plain = shapes.add(Primitive.U16);
    assertThat(encoded(plain, oversized)).isInstanceOf(Encoded.Refused.class);
  }

  @Test
  void aCompactOfNothingIsANumber() {
    int compact = shapes.add(new TypeShape.Compact(shapes.tuple()));
    roundTrip(compact, ScaleValue.of(0), "00");
    roundTrip(compact, new ScaleValue.Oversized(BigInteger.ONE), "04");
    assertThat(decoded(compact, new byte[0])).isInstanceOf(Decoded.Malformed.class);
    int text = shapes.add(new TypeShape.Compact(shapes.add(Primitive.STR)));
    assertThat(decoded(text, new byte[1])).isInstanceOf(Decoded.Malformed.class);
    assertThat(encoded(text, ScaleValue.of(0))).isInstanceOf(Encoded.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0100", "02000000", "fd00", "feff0000", "0300000000", "03ffffff3f"})
  void aNumberThatCouldBeShorterIsMalformed(String hex) {
    int type = shapes.add(new TypeShape.Compact(shapes.add(Primitive.U64)));
    assertThat(decoded(type, HexFormat.of().parseHex(hex))).isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void emptinessIsSeenThroughWrappersAndNotThroughCircles() {
    int unit = shapes.tuple();
    int wrapped = shapes.tuple(shapes.next() + 1);
    int inner = shapes.tuple(unit, unit);
    int circle = shapes.tuple(shapes.next());
    int none = shapes.add(new TypeShape.Array(0, circle));
    int many = shapes.add(new TypeShape.Array(9, wrapped));
    int lost = shapes.tuple(4000);
    TypeRegistry types = shapes.registry();
    assertThat(List.of(unit, wrapped, inner, none, many)).allMatch(types::isEmpty);
    assertThat(List.of(circle, lost, -1, 4000)).noneMatch(types::isEmpty);
    assertThat(types.compactBits(wrapped)).isEqualTo(OptionalInt.of(0));
    assertThat(types.compactBits(circle)).isEmpty();
  }

  private void roundTrip(int type, ScaleValue value, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(encoded(type, value)).isEqualTo(new Encoded.Bytes(bytes));
    assertThat(decoded(type, bytes)).isEqualTo(new Decoded.Value(value));
  }

  private Encoded encoded(int type, ScaleValue value) {
    return ScaleEncoder.encode(shapes.registry(), type, value);
  }

  private Decoded decoded(int type, byte[] bytes) {
    return ScaleDecoder.decode(shapes.registry(), type, bytes);
  }
}
