package io.gasminer.benchmarks;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.ReadResult;
import io.gasminer.c2pa.ValidationState;
import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Prints how long the verification of each file takes when it is warm, in milliseconds: the name,
 * the shortest, the median. {@code credentials.py} runs it beside the library that validators run.
 */
public final class CredentialTimings {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final int FEWEST = 5;

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
      for (long until = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < until; ) {
        verify(reader, file);
      }
      List<Double> times = new ArrayList<>();
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < until || times.size() < FEWEST) {
        long start = System.nanoTime();
        verify(reader, file);
        times.add((System.nanoTime() - start) / 1e6);
      }
      Collections.sort(times);
      System.out.printf(
          "%s %.3f %.3f%n", file.getFileName(), times.getFirst(), times.get(times.size() / 2));
    }
  }

  private static void verify(C2paReader reader, Path file) {
    if (!(reader.read(file) instanceof ReadResult.Report(var report))
        || report.state() != ValidationState.TRUSTED) {
      throw new IllegalStateException(file + " is not trusted");
    }
  }
}
