package io.gasminer.gascli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ExaminationTest {
  private record Named(String subject, Callable<List<Finding>> looking) implements Check {
    @Override
    public List<Finding> look() throws InterruptedException {
      try {
        return looking.call();
      } catch (InterruptedException | RuntimeException passed) {
        throw passed;
      } catch (Exception impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private static Check fine(String subject) {
    return new Named(subject, () -> List.of(new Finding.Ok("fine")));
  }

  @Test
  void theOrderIsTheListsWhoeverEndsFirst() throws Exception {
    CountDownLatch second = new CountDownLatch(1);
    Check waits =
        new Named(
            "a",
            () -> {
              second.await();
              return List.of(new Finding.Ok("last"));
            });
    Check ends =
        new Named(
            "b",
            () -> {
              second.countDown();
              return List.of(new Finding.Ok("first"));
            });
    List<String> told = new ArrayList<>();
    new Examination(List.of(waits, ends), Duration.ofMinutes(1))
        .run((subject, findings) -> told.add(subject + " " + findings.getFirst().what()));
    assertThat(told).containsExactly("a last", "b first");
  }

  @Test
  void manyThatHangEndTogetherWithinTheBoundAndSaySo() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    List<Check> checks = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      checks.add(
          new Named(
              "hangs " + i,
              () -> {
                never.await();
                return List.of();
              }));
    }
    checks.add(fine("sound"));
    List<Finding> told = new ArrayList<>();
    long begun = System.nanoTime();
    new Examination(checks, Duration.ofSeconds(1)).run((_, findings) -> told.addAll(findings));
    assertThat(System.nanoTime() - begun).isLessThan(8_000_000_000L);
    assertThat(told).hasSize(31);
    assertThat(told.getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> {
              assertThat(failure.what()).isEqualTo("no answer within 1 s");
              assertThat(failure.mayPass()).isTrue();
            });
    assertThat(told.getLast()).isEqualTo(new Finding.Ok("fine"));
  }

  @Test
  void aCheckThatBreaksIsToldAndTheOthersGoOn() throws Exception {
    List<String> told = new ArrayList<>();
    new Examination(
            List.of(
                new Named(
                    "broken",
                    () -> {
                      throw new IllegalStateException("a bug");
                    }),
                fine("sound")),
            Duration.ofMinutes(1))
        .run((subject, findings) -> told.add(subject + ": " + findings.getFirst().what()));
    assertThat(told)
        .containsExactly(
            "broken: the check itself broke (java.lang.IllegalStateException: a bug)",
            "sound: fine");
  }

  @Test
  void theExitCodeSaysWhetherWaitingHelps() {
    Finding ok = new Finding.Ok("a");
    Finding warning = new Finding.Warning("a", "b", "c");
    Finding passing = Finding.passing("a", "b", "c");
    Finding lasting = Finding.lasting("a", "b", "c");
    assertThat(exitCode(ok, warning, warning)).isZero();
    assertThat(exitCode(ok, passing, warning)).isEqualTo(1);
    assertThat(exitCode(lasting, passing)).isEqualTo(2);
  }

  private static int exitCode(Finding... findings) {
    Tally tally = new Tally();
    List.of(findings).forEach(tally::count);
    return tally.exitCode();
  }

  @Test
  void adviceIsTakenApartWhereItsMarkStands() {
    assertThat(Advice.of("It broke. Next step: mend it"))
        .isEqualTo(new Advice("It broke", "mend it"));
    assertThat(Advice.of("it broke; mend it; soon"))
        .isEqualTo(new Advice("it broke", "mend it; soon"));
    assertThat(Advice.of("it broke").nextOr("wait")).isEqualTo("wait");
  }
}
