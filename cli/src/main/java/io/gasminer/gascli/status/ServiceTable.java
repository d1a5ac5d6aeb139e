package io.gasminer.gascli.status;

import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.paper.Spans;
import io.gasminer.gascli.paper.Table;
import io.gasminer.gascli.paper.Table.Column;
import java.io.PrintWriter;
import java.util.Optional;

/** Owns the table of all services: today the generative miner alone. */
public final class ServiceTable {
  private static final String NOTHING = "-";

  private ServiceTable() {}

  /** Prints it on that paper. */
  public static void print(PrintWriter out, Paper paper, MinerStatus status) {
    Optional<Usage> usage = status.usage();
    Table.of(
            paper,
            Column.left("NAME"),
            Column.giving("STATE"),
            Column.right("PID"),
            Column.right("UPTIME"),
            Column.right("CPU"),
            Column.right("MEMORY"),
            Column.right("RESTARTS"),
            Column.right("PORT"))
        .row(
            "generator",
            paper.in(status.state().ink(), status.state().words()),
            usage.map(process -> Long.toString(process.pid())).orElse(NOTHING),
            usage.flatMap(Usage::uptime).map(Spans::words).orElse(NOTHING),
            usage.flatMap(Usage::cpu).map(Amounts::percent).orElse(NOTHING),
            usage.flatMap(Usage::memory).map(Amounts::memory).orElse(NOTHING),
            status.supervised().map(told -> Integer.toString(told.restarts())).orElse(NOTHING),
            status.port().map(port -> Integer.toString(port)).orElse(NOTHING))
        .print(out);
  }
}
