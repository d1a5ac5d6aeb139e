package io.gasminer.gascli.status;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.gascli.paper.Spans;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns how a miner's status looks to people. */
public final class StatusText {
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
    text.services();
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
    if (status.usage().isEmpty()) {
      status
          .identity()
          .uptime()
          .ifPresent(span -> row("process", "not seen from here, for " + Spans.words(span)));
    }
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
    MinerStatus.Identity who = status.identity();
    who.version().ifPresent(version -> row("version", version));
    who.hotkey().ifPresent(hotkey -> row("hotkey", hotkey));
    if (status.state() == State.RUNNING) {
      row("uid", who.uid().map(uid -> Long.toString(uid)).orElse("none: not registered"));
    }
    who.block()
        .ifPresent(
            block ->
                row(
                    "block",
                    Amounts.number(block)
                        + who.blockAge().map(age -> ", read " + words(age) + " ago").orElse("")));
  }

  private void services() {
    for (MinerStatus.Service service : status.services()) {
      Ink ink = service.rest().isPresent() ? Ink.WARN : service.available() ? Ink.GOOD : Ink.BAD;
      String makes = service.makes().isEmpty() ? "" : ": " + String.join(", ", service.makes());
      row("service", paper.mark(ink) + " ", service.name() + makes + rest(service));
    }
  }

  private String rest(MinerStatus.Service service) {
    return service
        .rest()
        .map(
            rest -> {
              Duration left = Duration.between(status.at(), rest.until());
              return "; left alone for "
                  + words(left.isNegative() ? Duration.ZERO : left)
                  + ": "
                  + rest.why();
            })
        .orElse("");
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
        read.lastWord().ifPresent(word -> row("last word", lastWord(word)));
      }
    }
  }

  private String lastWord(Ledger.LastWord word) {
    String answer =
        word.status().map(code -> "the validator answered " + code + ", ").orElse("")
            + '"'
            + word.answer()
            + '"';
    return ago(word.at()) + ", task " + word.task() + ": " + word.outcome() + "; " + answer;
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
