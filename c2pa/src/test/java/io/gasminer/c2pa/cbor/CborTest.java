package io.gasminer.c2pa.cbor;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** CBOR is read as an independent implementation writes it, and written as that one reads it. */
class CborTest {
  private static final CBOREncodeOptions CANONICAL = CBOREncodeOptions.Default;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);

  @Test
  void whatIsWrittenIsReadByAnotherImplementationAndBack() {
    for (int i = 0; i < 3000; i++) {
      CborValue value = value(0);
      byte[] encoded = CborEncoder.encode(value);
      byte[] again = CBORObject.DecodeFromBytes(encoded).EncodeToBytes(CANONICAL);
      CborValue read = CborDecoder.decode(again).item().orElseThrow();
      assertThat(CborEncoder.encode(read)).isEqualTo(encoded);
    }
  }

  @Test
  void everyItemKnowsWhereItLay() {
    byte[] encoded =
        CborEncoder.encode(
            CborValue.map()
                .with("a", CborValue.array(CborValue.of(1), CborValue.of("two")))
                .with("b", CborValue.of(new byte[] {1, 2, 3})));
    CborMap map = CborDecoder.decode(encoded).item().flatMap(CborValue::asMap).orElseThrow();
    assertThat(map.span()).isEqualTo(new Span(0, encoded.length));
    for (CborMap.Entry entry : map.entries()) {
      assertThat(CborEncoder.encode(entry.value())).isEqualTo(entry.value().span().of(encoded));
    }
  }

  @Test
  void twoEqualKeysAreMalformed() {
    byte[] twice = {(byte) 0xA2, 0x61, 'a', 1, 0x61, 'a', 2};
    assertThat(CborDecoder.decode(twice)).isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void bytesAfterTheItemAreMalformed() {
    byte[] more = {1, 2};
    assertThat(CborDecoder.decode(more)).isInstanceOf(Decoded.Malformed.class);
    assertThat(CborDecoder.decodeFirst(more)).isInstanceOf(Decoded.Item.class);
  }

  private CborValue value(int depth) {
    return switch (random.nextInt(depth > 4 ? 5 : 8)) {
      case 0 -> CborValue.of(random.nextLong() >> random.nextInt(64));
      case 1 -> CborValue.of("text \u00e9 " + random.nextInt());
      case 2 -> CborValue.of(new byte[random.nextInt(300)]);
      case 3 -> CborValue.of(random.nextBoolean());
      case 4 -> CborSimple.NULL;
      case 5 -> CborValue.tag(random.nextInt(40_000, 50_000), value(depth + 1));
      case 6 -> {
        List<CborValue> items = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
          items.add(value(depth + 2));
        }
        yield CborValue.array(items);
      }
      default -> {
        CborMap map = CborValue.map();
        for (int i = random.nextInt(30); i > 0; i--) {
          map = map.with("key " + i, value(depth + 2));
        }
        yield map;
      }
    };
  }
}
