package io.gasminer.miner.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gasminer.miner.task.Modality;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class ReadabilityTest {
  private static final String FAULT = "Corrupted or unreadable media";

  @Test
  void wholeImagesAreReadable() {
    for (String format : List.of("png", "jpeg", "gif")) {
      assertThat(Readability.fault(Samples.image(format, 900, 700), Modality.IMAGE))
          .as(format)
          .isEmpty();
    }
  }

  @Test
  void halfAnImageIsNotReadable() {
    for (String format : List.of("png", "jpeg")) {
      byte[] whole = Samples.image(format, 900, 700);
      assertThat(Readability.fault(Arrays.copyOf(whole, whole.length / 2), Modality.IMAGE))
          .as(format)
          .contains(FAULT);
    }
  }

  @Test
  void anImageIsNoVideoAndTextIsNeither() {
    assertThat(Readability.fault(Samples.image("png", 9, 9), Modality.VIDEO)).contains(FAULT);
    assertThat(Readability.fault(Samples.mp4(64, 64, false), Modality.IMAGE)).contains(FAULT);
    for (Modality modality : Modality.values()) {
      assertThat(Readability.fault("Not Found".getBytes(StandardCharsets.UTF_8), modality))
          .contains(FAULT);
      assertThat(Readability.fault(new byte[0], modality)).contains(FAULT);
    }
  }

  @Test
  void whatCannotBeDecodedHereIsJudgedByItsHeaders() {
    assertThat(Readability.fault(Samples.mp4(1280, 720, false), Modality.VIDEO)).isEmpty();
    byte[] webp = Samples.webp("VP8X", 0, 0, 0, 0, 0xff, 3, 0, 0xff, 3, 0);
    assertThat(Readability.fault(webp, Modality.IMAGE)).isEmpty();
    assertThat(Readability.fault(Arrays.copyOf(webp, webp.length - 1), Modality.IMAGE))
        .contains(FAULT);
  }

  @Test
  void aDecompressionBombIsRefusedWithoutBeingDecoded() {
    byte[] small = Samples.image("png", 8, 8);
    ByteBuffer bomb = ByteBuffer.wrap(small);
    bomb.putInt(16, 60_000).putInt(20, 60_000);
    CRC32 crc = new CRC32();
    crc.update(small, 12, 17);
    bomb.putInt(29, (int) crc.getValue());
    assertThat(PixelSize.of(small)).contains(new PixelSize(60_000, 60_000));
    assertThat(Readability.fault(small, Modality.IMAGE)).contains(FAULT);
  }

  @Test
  void damagedImagesAreReadableOrNotButNeverWorse() {
    Random random = new Random(35);
    for (String format : List.of("png", "jpeg", "gif")) {
      Samples.damaged(Samples.image(format, 33, 21), random)
          .forEach(
              bytes ->
                  assertThatCode(() -> Readability.fault(bytes, Modality.IMAGE))
                      .doesNotThrowAnyException());
    }
  }

  @Test
  void tablesThatClaimMoreThanTheyHoldAreRefused() {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    table.writeBytes(new byte[8]);
    table.writeBytes(new byte[] {0x7f, -1, -1, -1});
    byte[] sizes = Samples.box("stsz", table.toByteArray());
    byte[] track =
        Samples.box("trak", Samples.box("mdia", Samples.box("minf", Samples.box("stbl", sizes))));
    byte[] video = Samples.concat(Samples.mp4(64, 64, false), Samples.box("moov", track));
    assertThat(Readability.fault(video, Modality.VIDEO)).contains(FAULT);
  }
}
