package io.gasminer.gascli;

import io.gasminer.c2pa.x509.AnchorList;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the anchors that come with the miner. */
@Command(
    name = "list",
    description = {
      "List every trust anchor, its set, and when its certificate ends",
      "",
      "sn34 is what validators trust, for claims and time-stamps alike; c2pa and c2pa-time are the"
          + " official lists. A signature that leads to an anchor is trusted; whether a validator"
          + " passes it is decided by names besides, so an anchor alone admits nobody."
    },
    mixinStandardHelpOptions = true)
final class TrustListCommand implements Callable<Integer> {
  private static final String ROW = "%-10s %-11s %s%n";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(ROW, "SET", "ENDS", "ANCHOR");
    for (AnchorList list : AnchorList.values()) {
      for (AnchorList.Entry entry : list.entries()) {
        out.printf(ROW, name(list), entry.ends(), entry.anchor().name());
      }
    }
    out.flush();
    return 0;
  }

  private static String name(AnchorList list) {
    return switch (list) {
      case SN34 -> "sn34";
      case C2PA -> "c2pa";
      case C2PA_TIME -> "c2pa-time";
    };
  }
}
