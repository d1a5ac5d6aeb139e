package io.gasminer.gascli;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.gascli.paper.JsonText;
import io.gasminer.gascli.paper.Lines;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.gascli.performance.PerformanceAnswer;
import io.gasminer.gascli.performance.PerformanceApi;
import io.gasminer.gascli.performance.PerformanceQuestion;
import io.gasminer.gascli.performance.PerformanceText;
import io.gasminer.miner.wallet.HotkeyLoading;
import io.gasminer.miner.wallet.Prompt;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows what the subnet's API says of the miner's media. */
@Command(
    name = "performance",
    aliases = "perf",
    description = {
      "Query your generator verification stats and fool rate",
      "",
      "How much of this miner's media validators verified (what each of them reported last), and"
          + " how much of it fooled the detectors. The question is signed with the hotkey.",
      "",
      "Ends with 0 when there is an answer, 1 when asking later may help, 2 when something has to"
          + " be changed first."
    },
    mixinStandardHelpOptions = true)
final class PerformanceCommand implements Callable<Integer> {
  private static final Set<String> MODALITIES = Set.of("image", "video", "audio");
  private static final int LONGEST_LOOKBACK = 3_650;
  private static final int LONGEST_SECONDS = 3_600;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settled settled = new Settled();

  @Option(
      names = {"--wallet-name", "--wallet.name"},
      paramLabel = "NAME",
      description = "the wallet (default: BT_WALLET_NAME)")
  private Optional<String> wallet = Optional.empty();

  @Option(
      names = {"--wallet-hotkey", "--wallet.hotkey"},
      paramLabel = "NAME",
      description = "the hotkey in it (default: BT_WALLET_HOTKEY)")
  private Optional<String> hotkey = Optional.empty();

  @Option(
      names = "--modality",
      paramLabel = "image|video|audio",
      description = "count fooled detectors for these media alone")
  private Optional<String> modality = Optional.empty();

  @Option(
      names = "--lookback-days",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "count fooled detectors over so many days (default: 7)")
  private int lookbackDays = 7;

  @Option(
      names = "--api-url",
      paramLabel = "URL",
      description = "where to ask (default: GAS_API_URL, else https://gas.bitmind.ai)")
  private Optional<String> apiUrl = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "how long to wait for the answer (default: 120)")
  private int seconds = 120;

  @Option(names = "--json", description = "print the API's own JSON object")
  private boolean json;

  @Override
  public Integer call() {
    PerformanceQuestion question = question();
    PrintWriter err = spec.commandLine().getErr();
    List<String> problems = new ArrayList<>();
    Optional<Hotkey> signer =
        new HotkeyLoading(
                settled.wallet(spec, flags()),
                Prompt.terminal(),
                note -> err.println("Note: " + Lines.printable(note)))
            .load(problems);
    if (signer.isEmpty()) {
      problems.forEach(problem -> err.println("Error: " + problem));
      return GasCli.WRONG_USE;
    }
    PerformanceApi api =
        new PerformanceApi(
            new EpistulaSigner(
                signer.get(), InstantSource.system(), () -> UUID.randomUUID().toString()),
            Duration.ofSeconds(seconds));
    return switch (api.ask(question)) {
      case PerformanceAnswer.Untold(String problem, boolean asksAgain) -> {
        err.println("Error: " + Lines.printable(problem));
        yield asksAgain ? GasCli.AGAIN : GasCli.WRONG_USE;
      }
      case PerformanceAnswer.Told(JsonNode said) -> {
        show(signer.get(), question, said);
        yield 0;
      }
    };
  }

  private void show(Hotkey signer, PerformanceQuestion question, JsonNode said) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(said));
    } else {
      PerformanceText.print(
          out, Paper.ofThisProcess(), signer.address().toString(), question, said);
    }
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new LinkedHashMap<>();
    wallet.ifPresent(name -> flags.put("BT_WALLET_NAME", name));
    hotkey.ifPresent(name -> flags.put("BT_WALLET_HOTKEY", name));
    apiUrl.ifPresent(url -> flags.put("GAS_API_URL", url));
    return flags;
  }

  private PerformanceQuestion question() {
    if (modality.filter(word -> !MODALITIES.contains(word)).isPresent()) {
      throw wrong("--modality: '" + modality.get() + "' is none of image, video, audio");
    }
    if (lookbackDays < 1 || lookbackDays > LONGEST_LOOKBACK) {
      throw wrong("--lookback-days: give days from 1 to 3650, not " + lookbackDays);
    }
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      throw wrong("--timeout: give seconds from 1 to 3600, not " + seconds);
    }
    List<String> problems = new ArrayList<>();
    URI api = settled.storage(spec, flags(), problems).gasApi();
    problems.stream()
        .filter(problem -> problem.startsWith("GAS_API_URL"))
        .findFirst()
        .ifPresent(
            problem -> {
              throw wrong(problem + "; write it as https://gas.bitmind.ai, or give --api-url");
            });
    PerformanceQuestion question = new PerformanceQuestion(api, modality, lookbackDays);
    question
        .objection()
        .ifPresent(
            objection -> {
              throw wrong("GAS_API_URL or --api-url: " + objection);
            });
    return question;
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
