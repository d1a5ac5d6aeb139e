package io.gasminer.gascli.doctor;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Whether this machine's clock is right. Signatures carry the time, and both sides refuse what is
 * more than 15 s old or early; so a second is nothing, and five are a third of all there is, before
 * the other side's own error and the time on the way.
 *
 * @param pages web servers whose answers carry the time, where NTP does not get out
 */
record ClockCheck(List<TimeServer> servers, List<URI> pages, Sntp sntp, DateHeader header)
    implements Check {
  private static final Duration FINE = Duration.ofSeconds(1);
  private static final Duration TOO_FAR = Duration.ofSeconds(5);
  private static final String SET_IT =
      "timedatectl set-ntp true, or install chrony; then look again";

  @Override
  public String subject() {
    return "clock";
  }

  // Looking a name up is native code.
  @Override
  public boolean holdsItsThread() {
    return true;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    List<ClockReading> byNtp =
        Together.ask(servers.stream().<Callable<ClockReading>>map(s -> () -> sntp.ask(s)).toList());
    Optional<ClockReading.Told> ntp = middle(byNtp);
    if (ntp.isPresent()) {
      return List.of(judged(ntp.get()));
    }
    List<ClockReading> byHttp =
        Together.ask(pages.stream().<Callable<ClockReading>>map(p -> () -> header.ask(p)).toList());
    return List.of(middle(byHttp).map(ClockCheck::judged).orElseGet(() -> unknown(byNtp)));
  }

  private static Finding judged(ClockReading.Told told) {
    Duration off = told.ahead().abs();
    Duration surely = off.compareTo(told.within()) < 0 ? Duration.ZERO : off.minus(told.within());
    String what =
        seconds(off)
            + (told.ahead().isNegative() ? " behind " : " ahead of ")
            + told.source()
            + " (±"
            + seconds(told.within())
            + ")";
    String means = "validators and this miner refuse each other's signatures from 15 s on";
    if (surely.compareTo(TOO_FAR) >= 0) {
      return Finding.lasting(what + ", 5 s or more", means, SET_IT);
    }
    return surely.compareTo(FINE) >= 0
        ? new Finding.Warning(what + ", a second or more", means, SET_IT)
        : new Finding.Ok(what);
  }

  private static Finding unknown(List<ClockReading> asked) {
    String reasons =
        asked.stream()
            .flatMap(
                reading ->
                    reading instanceof ClockReading.Nothing(String source, String reason)
                        ? java.util.stream.Stream.of(source + ": " + reason)
                        : java.util.stream.Stream.empty())
            .collect(Collectors.joining("; "));
    return new Finding.Warning(
        "nobody tells the time (" + reasons + ")",
        "whether the clock is within the 15 s that signatures live is not known",
        "let UDP port 123 out, or name a server that can be reached with --ntp");
  }

  /** The one in the middle: one that is wrong or lies does not decide. */
  private static Optional<ClockReading.Told> middle(List<ClockReading> readings) {
    List<ClockReading.Told> told = new ArrayList<>();
    for (ClockReading reading : readings) {
      if (reading instanceof ClockReading.Told one) {
        told.add(one);
      }
    }
    told.sort(Comparator.comparing(ClockReading.Told::ahead));
    return told.isEmpty() ? Optional.empty() : Optional.of(told.get((told.size() - 1) / 2));
  }

  private static String seconds(Duration span) {
    return String.format(Locale.ROOT, "%.2f s", span.toMillis() / 1000.0);
  }
}
