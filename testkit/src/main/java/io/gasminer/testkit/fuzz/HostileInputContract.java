package io.gasminer.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes are, reading them ends soon and in a value. {@code
 * -Dgasminer.mutations=100000} tries more; run that with a heap of 64 MiB.
 */
public abstract class HostileInputContract {
  private static final long SEED = 34;
  private static final Duration SOON = Duration.ofSeconds(2);

  private final int cuts;
  private final int mutations;

  /**
   * Tries as much as the library's tests have time for.
   *
   * @param cuts how many places of each seed it is cut at
   * @param mutations how many damaged inputs each target is fed
   */
  protected HostileInputContract(int cuts, int mutations) {
    this.cuts = cuts;
    this.mutations = Integer.getInteger("gasminer.mutations", mutations);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void inputThatIsCutAnywhereEndsInAValue(FuzzTarget target) {
    List<String> failures = new ArrayList<>();
    for (byte[] seed : target.seeds()) {
      int step = Math.max(1, seed.length / cuts);
      for (int length = 0; length < seed.length; length += step) {
        feed(target, Arrays.copyOf(seed, length), failures);
      }
    }
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void damagedInputEndsInAValue(FuzzTarget target) {
    List<String> failures = new ArrayList<>();
    Mutations damaged = new Mutations(target.seeds(), SEED);
    for (int i = 0; i < mutations; i++) {
      feed(target, damaged.next(), failures);
    }
    assertThat(failures).isEmpty();
  }

  static List<FuzzTarget> targets() {
    return FuzzTargets.found();
  }

  private static void feed(FuzzTarget target, byte[] bytes, List<String> failures) {
    long start = System.nanoTime();
    try {
      target.feed(bytes);
    } catch (Exception | StackOverflowError | OutOfMemoryError thrown) {
      failures.add(thrown + " on " + start(bytes));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (took.compareTo(SOON) > 0) {
      failures.add(took + " for " + start(bytes));
    }
  }

  private static String start(byte[] bytes) {
    return bytes.length
        + " bytes "
        + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 400));
  }
}
