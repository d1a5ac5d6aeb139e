package io.gasminer.miner.generation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.miner.media.PerceptualHash;
import io.gasminer.miner.media.PixelSize;
import io.gasminer.miner.media.Readability;
import io.gasminer.miner.task.Modality;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jcodec.api.FrameGrab;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmTest {
  @TempDir Path folder;

  @Test
  void everyFrameLooksLikeTheMomentItWasPaintedFrom() throws Exception {
    for (int threads : List.of(1, 2, 7)) {
      Painting painting = Landscape.of(new PixelSize(150, 90), "a ship at night", 3);
      byte[] film = FilmFile.of(painting, new Studio(threads));
      FrameGrab frames =
          FrameGrab.createFrameGrab(
              ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(film)));
      for (int number = 0; number < 20; number++) {
        Picture decoded = frames.getNativeFrame();
        Picture painted = Frame.of(painting, number / 19f);
        for (int plane = 0; plane < 3; plane++) {
          assertThat(difference(decoded, painted, plane))
              .as("frame %d, plane %d", number, plane)
              .isLessThan(1.5);
        }
      }
    }
  }

  @Test
  void aFilmLooksLikeItsFirstMomentToTheDuplicateCheck() throws InterruptedException {
    Painting painting = Landscape.of(new PixelSize(320, 180), "a ship at night", 3);
    Studio studio = new Studio(2);
    PerceptualHash film =
        PerceptualHash.of(FilmFile.of(painting, studio), Modality.VIDEO).orElseThrow();
    PerceptualHash still =
        PerceptualHash.of(PngFile.of(painting, studio), Modality.IMAGE).orElseThrow();
    assertThat(film.distance(still)).isLessThan(24);
  }

  @Test
  void anotherDecoderFindsNoFault() throws IOException, InterruptedException {
    Path file = folder.resolve("film.mp4");
    Files.write(
        file, FilmFile.of(Landscape.of(new PixelSize(854, 480), "dunes", 3), new Studio(2)));
    Path said = folder.resolve("said.txt");
    int exit;
    try {
      Process process =
          new ProcessBuilder(
                  "ffmpeg",
                  "-v",
                  "warning",
                  "-err_detect",
                  "explode",
                  "-i",
                  file.toString(),
                  "-f",
                  "null",
                  "-")
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      exit = process.exitValue();
    } catch (IOException notInstalled) {
      assumeTrue(false, "skipped: ffmpeg is not installed");
      return;
    }
    assertThat(said).isEmptyFile();
    assertThat(exit).isZero();
  }

  @Test
  void aDamagedFilmIsReadableOrNotButNeverWorse() throws InterruptedException {
    byte[] film = FilmFile.of(Landscape.of(new PixelSize(64, 64), "dunes", 3), new Studio(2));
    Random random = new Random(36);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = film.clone();
      // Half of the blows hit the headers, which stand at the end.
      int from = i % 2 == 0 ? film.length - 1_200 : 0;
      for (int blows = 0; blows < 4; blows++) {
        damaged[random.nextInt(from, film.length)] = (byte) random.nextInt();
      }
      assertThat(Readability.fault(damaged, Modality.VIDEO)).isNotNull();
    }
  }

  private static double difference(Picture decoded, Picture painted, int plane) {
    int width = painted.getPlaneWidth(plane);
    int height = painted.getPlaneHeight(plane);
    long sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int was = painted.getPlaneData(plane)[y * width + x];
        sum += Math.abs(decoded.getPlaneData(plane)[y * decoded.getPlaneWidth(plane) + x] - was);
      }
    }
    return (double) sum / (width * height);
  }
}
