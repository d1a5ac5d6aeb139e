package io.gasminer.miner.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PixelSizeTest {
  @Test
  void imagesTellTheirSize() {
    for (String format : List.of("png", "jpeg", "gif")) {
      assertThat(PixelSize.of(Samples.image(format, 70, 41)))
          .as(format)
          .contains(new PixelSize(70, 41));
    }
  }

  @Test
  void everyFrameHeaderOfAJpegCountsAndNothingElseDoes() {
    for (int marker = 0xc0; marker <= 0xcf; marker++) {
      boolean frame = marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      ByteBuffer jpeg = ByteBuffer.allocate(64);
      jpeg.put(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 4, 1, 1});
      jpeg.put(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) marker, 0, 17, 8});
      jpeg.putShort((short) 300).putShort((short) 40_000);
      assertThat(PixelSize.of(jpeg.array()).isPresent()).as("marker %x", marker).isEqualTo(frame);
      if (frame) {
        assertThat(PixelSize.of(jpeg.array())).contains(new PixelSize(40_000, 300));
      }
    }
  }

  @Test
  void allKindsOfWebpTellTheirSize() {
    assertThat(PixelSize.of(Samples.webp("VP8 ", 0, 0, 0, 0x9d, 0x01, 0x2a, 0xa0, 0x41, 0x78, 0)))
        .contains(new PixelSize(416, 120));
    assertThat(PixelSize.of(Samples.webp("VP8L", 0x2f, 0x9f, 0xc0, 0x1d, 0)))
        .contains(new PixelSize(160, 120));
    assertThat(PixelSize.of(Samples.webp("VP8X", 0, 0, 0, 0, 0xff, 0x0f, 0, 0x7f, 0x07, 0)))
        .contains(new PixelSize(4096, 1920));
  }

  @Test
  void aVideoTellsTheSizeItIsShownIn() {
    assertThat(PixelSize.of(Samples.mp4(1920, 1080, false))).contains(new PixelSize(1920, 1080));
    assertThat(PixelSize.of(Samples.mp4(1920, 1080, true))).contains(new PixelSize(1080, 1920));
  }

  @Test
  void aTrackHeaderWithoutSizeLeavesItToTheSampleEntry() {
    assertThat(PixelSize.of(Samples.mp4(0, 0, false))).contains(new PixelSize(16, 8));
  }

  @Test
  void aVideoWithOtherBoxesBeforeItsHeadersTellsItsSize() {
    ByteBuffer wide = ByteBuffer.allocate(40);
    wide.putInt(1).put(new byte[] {'m', 'd', 'a', 't'}).putLong(40);
    byte[] video = Samples.mp4(1280, 720, false, Samples.box("uuid", new byte[99]), wide.array());
    assertThat(PixelSize.of(video)).contains(new PixelSize(1280, 720));
  }

  @Test
  void whatIsNoMediumHasNoSize() {
    assertThat(PixelSize.of(new byte[0])).isEmpty();
    assertThat(PixelSize.of("<html>".repeat(9).getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void damagedMediaNeverDoMoreThanHaveNoSize() {
    Random random = new Random(34);
    List<byte[]> whole =
        List.of(
            Samples.image("png", 33, 21),
            Samples.image("jpeg", 33, 21),
            Samples.image("gif", 33, 21),
            Samples.webp("VP8 ", 0, 0, 0, 0x9d, 0x01, 0x2a, 0xa0, 0, 0x78, 0),
            Samples.webp("VP8L", 0x2f, 0x9f, 0xc0, 0x1d, 0),
            Samples.webp("VP8X", 0, 0, 0, 0, 0xff, 0x0f, 0, 0x7f, 0x07, 0),
            Samples.mp4(1280, 720, false, Samples.box("free", new byte[10])));
    for (byte[] medium : whole) {
      Samples.damaged(medium, random)
          .forEach(
              bytes -> {
                assertThatCode(() -> PixelSize.of(bytes)).doesNotThrowAnyException();
                PixelSize.of(bytes).ifPresent(size -> assertThat(size.pixels()).isPositive());
              });
    }
  }

  @Test
  void boxesWithoutEndCostLittle() {
    byte[] many = new byte[8_000_000];
    ByteBuffer bytes = ByteBuffer.wrap(many);
    bytes.put(Samples.box("ftyp", new byte[8]));
    while (bytes.remaining() >= 8) {
      bytes.putInt(8).put(new byte[] {'m', 'o', 'o', 'v'});
    }
    assertThat(PixelSize.of(many)).isEmpty();
  }
}
