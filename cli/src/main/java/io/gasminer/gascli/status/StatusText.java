package io.gasminer.gascli.status;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.gascli.paper.Spans;
import io.gasminer.miner.vitals.Vitals;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns how a miner's status looks to people. */
public final class StatusText {
  private static final int LABEL = 14;

  private final PrintWriter out;
  private final Paper paper;
  private final MinerStatus status;

  private StatusText(PrintWriter out, Paper paper, MinerStatus status) {
    this.out = out;
    this.paper = paper;
    this.status = status;
  }

  /** Prints it on that paper. */
  public static void print(PrintWriter out, Paper paper, MinerStatus status) {
    StatusText text = new StatusText(out, paper, status);
    text.head();
    text.process();
    text.identity();
    text.tasks();
    text.end();
  }

  private void head() {
    State state = status.state();
    String words = status.words().isEmpty() ? "" : ": " + status.words();
    paper.line(
        out,
        paper.in(Ink.STRONG, "Generative miner") + "  " + paper.mark(state.ink()) + " ",
        state.words() + words);
  }

  private void process() {
    status.usage().ifPresent(usage -> row("process", process(usage)));
    if (status.state() == State.RUNNING || status.usage().isPresent()) {
      row("in charge", status.charge().words());
      row("to stop it", status.charge().stop());
    }
    status.supervised().ifPresent(this::supervised);
    status.port().ifPresent(port -> row("port", Integer.toString(port)));
  }

  private static String process(Usage usage) {
    List<String> parts = new ArrayList<>();
    parts.add("pid " + usage.pid());
    usage.uptime().ifPresent(span -> parts.add("for " + Spans.words(span)));
    usage.cpu().ifPresent(share -> parts.add(Amounts.percent(share) + " CPU" + average(usage)));
    usage.memory().ifPresent(bytes -> parts.add(Amounts.memory(bytes)));
    return String.join(", ", parts);
  }

  private static String average(Usage usage) {
    return usage
        .cpuOnAverage()
        .map(share -> " (" + Amounts.percent(share) + " on average)")
        .orElse("");
  }

  private void supervised(Supervised told) {
    row("restarts", Integer.toString(told.restarts()));
    told.lastExit().ifPresent(exit -> row("last exit", ago(exit.at()) + ": " + exit.reason()));
    told.nextStart()
        .filter(at -> status.state() == State.BACKING_OFF)
        .ifPresent(at -> row("next start", at.toString()));
  }

  private void identity() {
    status.vitals().ifPresent(told -> row("version", told.version()));
    status.hotkey().ifPresent(this::hotkey);
    status.vitals().map(Vitals::chain).ifPresent(this::chain);
    status.vitals().stream().flatMap(told -> told.services().stream()).forEach(this::service);
  }

  // An address that is broken in two cannot be copied.
  private void hotkey(String address) {
    String shown = Lines.printable(address);
    if (LABEL + shown.length() <= paper.width()) {
      row("hotkey", shown);
    } else {
      out.println("  hotkey");
      out.println("  " + shown);
    }
  }

  private void chain(Vitals.Chain chain) {
    row("uid", chain.uid().map(uid -> Integer.toString(uid)).orElse("none: not registered"));
    row("block", Amounts.number(chain.block()) + ", read " + ago(chain.readAt()));
  }

  private void service(Vitals.Service service) {
    Ink ink = service.rest().isPresent() ? Ink.WARN : service.available() ? Ink.GOOD : Ink.BAD;
    String makes = service.makes().isEmpty() ? "" : ": " + String.join(", ", service.makes());
    row("service", paper.mark(ink) + " ", service.name() + makes + rest(service));
  }

  private String rest(Vitals.Service service) {
    return service
        .rest()
        .map(rest -> "; " + until(Duration.between(status.at(), rest.until())) + ": " + rest.why())
        .orElse("");
  }

  private static String until(Duration left) {
    return left.isPositive()
        ? "left alone for " + words(left)
        : "failed, and the next challenge tries it again";
  }

  private void tasks() {
    switch (status.ledger()) {
      case Ledger.Unread(String why) -> row("tasks", "not known: " + why);
      case Ledger.Read read -> {
        row(
            "queue",
            Amounts.number(read.pending())
                + " pending, "
                + Amounts.number(read.processing())
                + " processing");
        row(
            "in 24 h",
            Amounts.number(read.delivered())
                + " delivered, "
                + Amounts.number(read.failed())
                + " failed");
        read.lastWord().ifPresent(this::lastWord);
      }
    }
  }

  private void lastWord(Ledger.LastWord word) {
    String answer =
        word.status()
            .map(code -> "the validator answered " + code + ", \"" + word.answer() + '"')
            .orElse(word.answer());
    row("last sent", ago(word.at()) + ": " + word.outcome() + "; " + answer);
    row("of task", word.task());
  }

  private void end() {
    for (String warning : status.warnings()) {
      paper.line(out, paper.mark(Ink.WARN) + " ", warning);
    }
    Optional<String> next = status.next();
    next.ifPresent(step -> paper.line(out, paper.in(Ink.STRONG, "Next step:") + " ", step));
  }

  private String ago(Instant at) {
    return words(Duration.between(at, status.at())) + " ago";
  }

  // Clocks of two machines differ by a moment.
  private static String words(Duration span) {
    return Spans.words(span.isNegative() ? Duration.ZERO : span);
  }

  private void row(String label, String value) {
    row(label, "", value);
  }

  private void row(String label, String mark, String value) {
    paper.line(out, "  %-11s ".formatted(label) + mark, Lines.printable(value));
  }
}
