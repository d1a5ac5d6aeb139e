package io.gasminer.gascli;

import io.gasminer.gascli.models.MarketJson;
import io.gasminer.gascli.models.MarketText;
import io.gasminer.gascli.models.MarketWarnings;
import io.gasminer.gascli.models.Offer;
import io.gasminer.gascli.models.OfferOrder;
import io.gasminer.gascli.paper.Paper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Shows which models there are, what they cost and what validators count them as. */
@Command(
    name = "models",
    description = {
      "Show the models: what they cost, who signs them, what they earn, and which are in use",
      "",
      "REWARD is the validators' factor for one verified generation of a tier, beside 1 for their"
          + " baseline. PER USD is that factor by the price of the generation: a relative score"
          + " for each dollar, to compare models with. It is no TAO and no profit: pass rate,"
          + " volume, the other miners and the emission decide over those.",
      "",
      "What stands there is the catalogue's, dated, until 'gascli models audit' has made a sample"
          + " with your own keys; then your finding counts. What is not known is shown as ?."
    },
    footer = {
      "",
      "Examples:",
      "  gascli models",
      "  gascli models --modality video --sort value",
      "  gascli models --service openrouter --all",
      "  gascli models show google/veo-3.1-lite",
      "  gascli models audit --dry-run"
    },
    synopsisSubcommandLabel = "[COMMAND]",
    mixinStandardHelpOptions = true)
@Subcommands({ModelsShowCommand.class, ModelsAuditCommand.class})
final class ModelsCommand implements Callable<Integer>, Settled.Taking {
  /** Owns the reading of {@code --sort}. */
  static final class Order implements ITypeConverter<OfferOrder> {
    @Override
    public OfferOrder convert(String name) {
      return OfferOrder.named(name)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is none of %s"
                          .formatted(
                              name,
                              Stream.of(OfferOrder.values())
                                  .map(OfferOrder::word)
                                  .collect(Collectors.joining(", ")))));
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();
  @Mixin private ModelsOptions options = new ModelsOptions();

  @Option(names = "--all", description = "also those that are shut down, refused, or for trials")
  private boolean all;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      defaultValue = "service",
      converter = Order.class,
      description =
          "service, price (cheapest first), reward, value (reward per dollar) or seen (default:"
              + " service)")
  private OfferOrder order = OfferOrder.SERVICE;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "how wide the tables may be (default: the terminal)")
  private Optional<Integer> width = Optional.empty();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() {
    ModelsOptions.Loaded loaded = options.load(spec, settled);
    List<Offer> offers = loaded.market().offers();
    List<String> warnings = new ArrayList<>();
    loaded.problems().forEach(problem -> warnings.add("the miner would not start: " + problem));
    warnings.addAll(new MarketWarnings(loaded.market()).all(offers));
    List<Offer> meant = options.among(spec, offers);
    List<Offer> shown = all ? meant : ordinary(meant);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(MarketJson.of(order.sorted(shown), warnings));
    } else {
      new MarketText(out, paper(width))
          .print(order.sorted(shown), meant.size() - shown.size(), warnings);
    }
    out.flush();
    return 0;
  }

  // Who names the sandbox wants to see it.
  private List<Offer> ordinary(List<Offer> offers) {
    boolean sandbox = options.service().equals(Optional.of("sandbox"));
    return sandbox ? offers : offers.stream().filter(Offer::ordinary).toList();
  }

  static Paper paper(Optional<Integer> width) {
    Paper paper = Paper.ofThisProcess();
    return width
        .map(columns -> new Paper(Math.clamp(columns, 50, 200), paper.colours(), paper.signs()))
        .orElse(paper);
  }
}
