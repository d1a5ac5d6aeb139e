package io.gasminer.bittensor.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gasminer.bittensor.ChainVectors;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HostileScaleTest {
  private static final long MIB = 1 << 20;
  private static final int LONG_ANSWER = 8 << 20;

  private final Shapes shapes = new Shapes();
  private final List<String> wrong = new ArrayList<>();
  private int values;

  @Test
  void randomBytesAreMalformedOrAValueThatWritesThem() {
    RandomGenerator random = new Random(34);
    TypeRegistry types = ChainVectors.version15("461-pypi").types();
    for (int type = 0; type < types.size(); type++) {
      for (int round = 0; round < 40; round++) {
        byte[] bytes = new byte[random.nextInt(round < 30 ? 12 : 400)];
        random.nextBytes(bytes);
        // Small numbers are likelier cases and counts.
        for (int i = 0; round % 2 == 0 && i < bytes.length; i++) {
          bytes[i] &= 0x0F;
        }
        readAndWrite(types, type, bytes);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(values).isGreaterThan(300);
  }

  @Test
  void aDamagedSampleOfAnyTypeIsMalformedOrAValueThatWritesIt() {
    RandomGenerator random = new Random(461);
    TypeRegistry types = ChainVectors.version15("461-pypi").types();
    for (JsonNode type : ChainVectors.json("461-pypi", "shape-corpus.json.gz").path("types")) {
      int id = type.path("id").intValue();
      for (JsonNode sample : type.path("samples")) {
        byte[] whole = ChainVectors.hex(sample.path("scale_hex"));
        for (int length = 0; length < Math.min(whole.length, 40); length++) {
          readAndWrite(types, id, Arrays.copyOf(whole, length));
        }
        for (int round = 0; round < 8 && whole.length > 0; round++) {
          byte[] flipped = whole.clone();
          flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
          readAndWrite(types, id, flipped);
        }
        readAndWrite(types, id, Arrays.copyOf(whole, whole.length + 1));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(values).isGreaterThan(10_000);
  }

  private void readAndWrite(TypeRegistry types, int type, byte[] bytes) {
    if (ScaleDecoder.decode(types, type, bytes) instanceof Decoded.Value(ScaleValue value)) {
      values++;
      if (!ScaleEncoder.encode(types, type, value).equals(new Encoded.Bytes(bytes))) {
        wrong.add(type + " " + new Encoded.Bytes(bytes));
      }
    }
  }

  @Test
  void aSequenceOfItselfThatClaimsAllTheBytesLeftTakesLittle() {
    int self = shapes.next();
    shapes.add(new TypeShape.Sequence(self));
    ScaleWriter claims = new ScaleWriter();
    for (int depth = 0; depth < 200; depth++) {
      claims.compact(LONG_ANSWER / 2);
    }
    malformedWithin(MIB, self, claims.bytes(new byte[LONG_ANSWER]).toBytes());
  }

  @Test
  void manyShortSequencesOfThemselvesEndAtTheLimitOfValues() {
    int self = shapes.next();
    shapes.add(new TypeShape.Sequence(self));
    byte[] claims = new ScaleWriter().compact(LONG_ANSWER).bytes(new byte[LONG_ANSWER]).toBytes();
    assertThat(malformedWithin(700 * MIB, self, claims).reason()).isEqualTo("too many values");
  }

  @Test
  void aTupleOfAMillionOfItselfTakesLittle() {
    int self = shapes.next();
    shapes.tuple(Collections.nCopies(1_000_000, self).toArray(Integer[]::new));
    malformedWithin(8 * MIB, self, new byte[16]);
  }

  @Test
  void typesThatAreTheirOwnWrappersEnd() {
    int self = shapes.next();
    int one = shapes.tuple(self + 1);
    shapes.tuple(self);
    int compact = shapes.add(new TypeShape.Compact(one));
    int array = shapes.add(new TypeShape.Array(4_294_967_295L, shapes.next()));
    for (int type : List.of(one, compact, array)) {
      malformedWithin(MIB, type, new byte[16]);
    }
  }

  @Test
  void manyElementsOfNothingAreMalformed() {
    int unit = shapes.tuple();
    int sequence = shapes.add(new TypeShape.Sequence(unit));
    int array = shapes.add(new TypeShape.Array(4_294_967_295L, unit));
    malformedWithin(MIB, sequence, new ScaleWriter().compact(4_294_967_295L).toBytes());
    malformedWithin(MIB, sequence, new ScaleWriter().compact(1 << 30).toBytes());
    malformedWithin(MIB, array, new byte[0]);
  }

  @Test
  void someElementsOfSomeOfNothingEndAtTheLimitOfValues() {
    int type = shapes.tuple();
    for (int level = 0; level < 60; level++) {
      type = shapes.add(new TypeShape.Array(4000, type));
    }
    assertThat(malformedWithin(700 * MIB, type, new byte[0]).reason()).isEqualTo("too many values");
  }

  @Test
  void typesThatDoubleEndSoon() {
    int type = shapes.tuple();
    for (int level = 0; level < 100; level++) {
      type = shapes.tuple(type, type);
    }
    malformedWithin(700 * MIB, type, new byte[1]);
    int broken = shapes.tuple(9999);
    for (int level = 0; level < 100; level++) {
      broken = shapes.tuple(broken, broken);
    }
    malformedWithin(MIB, shapes.add(new TypeShape.Array(4000, broken)), new byte[0]);
  }

  @Test
  void absurdCountsAreMalformedForEachKindOfElement() {
    byte[] claim = new ScaleWriter().compact(4_294_967_295L).bytes(new byte[64]).toBytes();
    List<Integer> kinds = new ArrayList<>();
    for (Primitive primitive : Primitive.values()) {
      kinds.add(shapes.add(new TypeShape.Sequence(shapes.add(primitive))));
      kinds.add(shapes.add(new TypeShape.Array(4_294_967_295L, shapes.next() - 2)));
    }
    kinds.add(shapes.add(new TypeShape.Bits(64, true)));
    kinds.add(shapes.add(Primitive.STR));
    for (int kind : kinds) {
      malformedWithin(MIB, kind, claim);
    }
  }

  @Test
  void aTypeThatDoesNotExistIsMalformed() {
    for (int type : List.of(-1, shapes.next() + 1, Integer.MAX_VALUE)) {
      malformedWithin(MIB, type, new byte[1]);
    }
  }

  private Decoded.Malformed malformedWithin(long bytes, int type, byte[] source) {
    TypeRegistry types = shapes.registry();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Decoded decoded = ScaleDecoder.decode(types, type, source);
    long taken = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
    assertThat(taken).as("bytes allocated").isLessThan(bytes);
    return (Decoded.Malformed) decoded;
  }
}
