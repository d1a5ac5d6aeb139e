package io.gasminer.benchmarks;

import io.gasminer.c2pa.C2paSigner;
import io.gasminer.c2pa.CannotSign;
import io.gasminer.c2pa.ClaimDraft;
import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.PrivateAuthority;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import javax.imageio.ImageIO;

/** Makes signed media of the sizes that are measured, and the anchor they lead to. */
public final class CredentialSamples {
  private static final int MEGABYTE = 1_000_000;

  private CredentialSamples() {}

  /** Takes the folder to write to. */
  public static void main(String[] arguments) throws IOException, CannotSign {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Instant now = Instant.now();
    PrivateAuthority authority = PrivateAuthority.create("Benchmark Authority", now);
    Files.writeString(folder.resolve("root.pem"), authority.rootPem());
    C2paSigner signer = new C2paSigner(authority.issue("Benchmark", "Signer", now), new Random(1));
    ClaimDraft draft =
        ClaimDraft.generated(Software.of("benchmark", "1"), Software.of("noise"), now);
    for (Path plain :
        new Path[] {
          image(folder, "jpg", 1450),
          image(folder, "png", 550),
          video(folder, 10),
          video(folder, 105),
          video(folder, 1070)
        }) {
      Path signed = folder.resolve(plain.getFileName().toString().substring("plain-".length()));
      signer.sign(plain, signed, draft);
      Files.delete(plain);
    }
  }

  private static Path image(Path folder, String format, int side) throws IOException {
    Random random = new Random(2);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < side * side; i++) {
      image.setRGB(i % side, i / side, random.nextInt());
    }
    Path file = folder.resolve("plain-picture." + format);
    ImageIO.write(image, format, file.toFile());
    return file;
  }

  private static Path video(Path folder, int megabytes) throws IOException {
    byte[] piece = new byte[MEGABYTE];
    new Random(3).nextBytes(piece);
    Path file = folder.resolve("plain-video-" + megabytes + ".mp4");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(box("ftyp", 16));
      out.write("isom\0\0\2\0isommp41".getBytes(StandardCharsets.ISO_8859_1));
      out.write(box("moov", 108));
      out.write(box("mvhd", 100));
      out.write(new byte[100]);
      out.write(box("mdat", megabytes * MEGABYTE));
      for (int i = 0; i < megabytes; i++) {
        out.write(piece);
      }
    }
    return file;
  }

  private static byte[] box(String type, int content) {
    byte[] letters = type.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(8).putInt(8 + content).put(letters).array();
  }
}
