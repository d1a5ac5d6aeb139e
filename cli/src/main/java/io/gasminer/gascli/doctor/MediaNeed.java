package io.gasminer.gascli.doctor;

import io.gasminer.miner.config.MinerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Owns the reckoning of how much room media take: what a day took here, where there was one, and an
 * assumption otherwise, for as long as they are kept.
 */
record MediaNeed(long bytes, String words) {
  private static final long RESULTS_A_DAY = 200;
  private static final long BYTES_A_RESULT = 10_000_000;
  private static final long DAYS_OF_COPIES = 7;
  private static final int MOST_FILES = 100_000;
  private static final Duration DAY = Duration.ofDays(1);

  /** For the state folder, where each result lies until its task is forgotten. */
  static MediaNeed ofState(MinerConfig config, Instant now) {
    Day day = Day.of(config.storage().stateDir().resolve("media"), now);
    long hours = Math.max(1, config.limits().maxTaskAge().toHours());
    return new MediaNeed(
        Math.max(1, day.bytes() * hours / DAY.toHours()), day.words() + ", kept " + hours + " h");
  }

  /** For the output folder: logs alone, or every result for good. */
  static MediaNeed ofOutput(MinerConfig config, Instant now) {
    if (!config.storage().saveLocally()) {
      return new MediaNeed(0, "logs alone: 0.5 GB at most");
    }
    Day day = Day.of(config.storage().outputDir(), now);
    return new MediaNeed(
        day.bytes() * DAYS_OF_COPIES,
        day.words() + ", kept for good; " + Sizes.words(day.bytes() * DAYS_OF_COPIES) + " a week");
  }

  private record Day(long bytes, String words) {
    static Day of(Path folder, Instant now) {
      long measured = measured(folder, now);
      long assumed = RESULTS_A_DAY * BYTES_A_RESULT;
      return measured > assumed
          ? new Day(measured, "the last 24 h took " + Sizes.words(measured))
          : new Day(
              assumed,
              "a day is reckoned as "
                  + RESULTS_A_DAY
                  + " results of "
                  + Sizes.words(BYTES_A_RESULT));
    }

    private static long measured(Path folder, Instant now) {
      if (!Files.isDirectory(folder)) {
        return 0;
      }
      try (Stream<Path> files = Files.walk(folder, 3)) {
        return files.limit(MOST_FILES).mapToLong(file -> sizeOfToday(file, now)).sum();
      } catch (IOException | UncheckedIOException unreadable) {
        return 0;
      }
    }

    // A file that is delivered and taken away meanwhile counts as none.
    private static long sizeOfToday(Path file, Instant now) {
      try {
        return Files.isRegularFile(file)
                && Files.getLastModifiedTime(file).toInstant().isAfter(now.minus(DAY))
            ? Files.size(file)
            : 0;
      } catch (IOException gone) {
        return 0;
      }
    }
  }
}
