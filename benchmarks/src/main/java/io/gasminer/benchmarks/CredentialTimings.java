package io.gasminer.benchmarks;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.ValidationState;
import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Prints, a line of JSON for each file, how long its verification takes when it is warm and how
 * long its SHA-256 alone, in milliseconds; and last the most memory that the process had. {@code
 * benchmarks/c2pa/compare.py} runs it beside other libraries.
 */
public final class CredentialTimings {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final int FEWEST = 3;
  private static final int PIECE = 1024 * 1024;

  /** What is timed. */
  private interface Action {
    void run() throws IOException;
  }

  private CredentialTimings() {}

  /** Takes a file of anchors and the files to verify. */
  public static void main(String[] arguments) throws IOException {
    if (!(Pem.read(Files.readString(Path.of(arguments[0])))
        instanceof Pem.Reading.Certificates anchors)) {
      throw new IllegalArgumentException(arguments[0] + " holds no certificates");
    }
    C2paReader reader =
        new C2paReader(TrustStore.none().withAnchors(anchors.anchors()), InstantSource.system());
    for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
      Path file = Path.of(name);
      List<Double> verified = timed(() -> verify(reader, file));
      List<Double> hashed = timed(() -> hash(file));
      System.out.printf(
          Locale.ROOT,
          "{\"file\": \"%s\", \"min\": %.3f, \"median\": %.3f, \"hash_min\": %.3f,"
              + " \"hash_median\": %.3f}%n",
          file.getFileName(),
          verified.getFirst(),
          verified.get(verified.size() / 2),
          hashed.getFirst(),
          hashed.get(hashed.size() / 2));
    }
    System.out.printf(Locale.ROOT, "{\"peak_mb\": %.1f}%n", peakMegabytes());
  }

  private static List<Double> timed(Action action) throws IOException {
    for (long until = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < until; ) {
      action.run();
    }
    List<Double> times = new ArrayList<>();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until || times.size() < FEWEST) {
      long start = System.nanoTime();
      action.run();
      times.add((System.nanoTime() - start) / 1e6);
    }
    Collections.sort(times);
    return times;
  }

  private static void verify(C2paReader reader, Path file) {
    if (!(reader.read(file) instanceof ReadResult.Report(var report))
        || report.state() != ValidationState.TRUSTED) {
      throw new IllegalStateException(file + " is not trusted");
    }
  }

  private static void hash(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer piece = ByteBuffer.allocate(PIECE);
      while (channel.read(piece) >= 0) {
        digest.update(piece.flip());
        piece.clear();
      }
      digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static double peakMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
