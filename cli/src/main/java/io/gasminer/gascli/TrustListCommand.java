package io.gasminer.gascli;

import io.gasminer.c2pa.x509.AnchorList;
import io.gasminer.gascli.paper.BriefName;
import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.trust.KnownSet;
import io.gasminer.miner.provenance.AnchorWatch;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the anchors in force: those that come with the miner, and those of an update. */
@Command(
    name = "list",
    description = {
      "List every trust anchor, its set, and when its certificate ends",
      "",
      "sn34 is what validators trust, for claims and time-stamps alike; c2pa and c2pa-time are the"
          + " official lists. A signature that leads to an anchor is trusted; whether a validator"
          + " passes it is decided by names besides, so an anchor alone admits nobody.",
      "",
      "! marks an anchor that ended or ends within 60 days: nothing new is signed under it for"
          + " long."
    },
    footer = {"", "Examples:", "  gascli trust list"},
    mixinStandardHelpOptions = true)
final class TrustListCommand implements Callable<Integer> {
  private static final String ROW = "%-10s %-11s %6s %s %s%n";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--set",
      paramLabel = "SET",
      description = "only sn34, or only c2pa (both official lists)")
  private Optional<String> set = Optional.empty();

  @Option(
      names = {"-v", "--verbose"},
      description = "show the whole names")
  private boolean verbose;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "count the days from this time (default: now)")
  private Optional<Instant> at = Optional.empty();

  @Override
  public Integer call() {
    set.filter(name -> !List.of("sn34", "c2pa").contains(name))
        .ifPresent(
            name -> {
              throw new ParameterException(
                  spec.commandLine(), "--set: '" + name + "' is none of sn34, c2pa");
            });
    LocalDate today =
        LocalDate.ofInstant(at.orElseGet(InstantSource.system()::instant), ZoneOffset.UTC);
    List<KnownSet> sets =
        TrustOptions.known(spec.commandLine()).stream()
            .filter(known -> set.map(name -> known.name().startsWith(name)).orElse(true))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          JsonMapper.shared()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(json(sets, today)));
    } else {
      text(out, sets, today);
    }
    out.flush();
    return 0;
  }

  private void text(PrintWriter out, List<KnownSet> sets, LocalDate today) {
    out.printf(ROW, "SET", "ENDS", "DAYS", " ", "ANCHOR");
    for (KnownSet known : sets) {
      for (AnchorList.Entry entry : known.entries()) {
        out.printf(
            ROW,
            known.name(),
            entry.ends(),
            ChronoUnit.DAYS.between(today, entry.ends()),
            AnchorWatch.ending(entry, today).isPresent() ? "!" : " ",
            verbose ? Lines.printable(entry.anchor().name()) : BriefName.of(entry.anchor().name()));
      }
    }
    out.println();
    for (KnownSet known : sets) {
      String fetched = known.fetched().map(when -> ", fetched " + when).orElse("");
      out.println(known.name() + ": " + known.source() + fetched);
    }
  }

  private static ObjectNode json(List<KnownSet> sets, LocalDate today) {
    ObjectNode json = JsonMapper.shared().createObjectNode().put("as_of", today.toString());
    ArrayNode all = json.putArray("sets");
    for (KnownSet known : sets) {
      ObjectNode node = all.addObject().put("set", known.name()).put("source", known.source());
      known.fetched().ifPresent(when -> node.put("fetched", when.toString()));
      ArrayNode anchors = node.putArray("anchors");
      for (AnchorList.Entry entry : known.entries()) {
        anchors
            .addObject()
            .put("name", entry.anchor().name())
            .put("ends", entry.ends().toString())
            .put("days_left", ChronoUnit.DAYS.between(today, entry.ends()))
            .put("ending", AnchorWatch.ending(entry, today).isPresent());
      }
    }
    return json;
  }
}
