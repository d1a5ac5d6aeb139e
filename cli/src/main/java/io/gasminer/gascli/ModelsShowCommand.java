package io.gasminer.gascli;

import io.gasminer.gascli.models.Market;
import io.gasminer.gascli.models.MarketJson;
import io.gasminer.gascli.models.MarketWarnings;
import io.gasminer.gascli.models.ModelPage;
import io.gasminer.gascli.models.ModelPicks;
import io.gasminer.gascli.models.Offer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows all that is known of one model. */
@Command(
    name = "show",
    description = {
      "Show all that is known of one model: tiers, parameters, prices, signer, evidence",
      "",
      "A part of the name is enough where it stays clear."
    },
    footer = {"", "Examples:", "  gascli models show veo-3.1-lite", "  gascli models show ultra"},
    mixinStandardHelpOptions = true)
final class ModelsShowCommand implements Callable<Integer>, Settled.Taking {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();
  @Mixin private ModelsOptions options = new ModelsOptions();

  @Parameters(paramLabel = "MODEL", description = "the model, as its service calls it")
  private String model = "";

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "how wide the page may be (default: the terminal)")
  private Optional<Integer> width = Optional.empty();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() {
    ModelsOptions.Loaded loaded = options.load(spec, settled);
    Offer offer = one(loaded.market());
    List<String> warnings = new MarketWarnings(loaded.market()).of(offer);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(MarketJson.of(List.of(offer), warnings));
    } else {
      new ModelPage(out, ModelsCommand.paper(width), loaded.market()).print(offer, warnings);
    }
    out.flush();
    return 0;
  }

  private Offer one(Market market) {
    ModelPicks picks = new ModelPicks(market, Optional.empty());
    return switch (picks.named(List.of(model), options.service())) {
      case ModelPicks.Outcome.Unclear(String problem) ->
          throw new ParameterException(spec.commandLine(), problem);
      case ModelPicks.Outcome.Found(List<Offer> found) -> found.getFirst();
    };
  }
}
