package io.gasminer.gascli.doctor;

import io.gasminer.bittensor.rpc.Endpoint;
import io.gasminer.gascli.charge.Charge;
import io.gasminer.gascli.probe.DoorKnock;
import io.gasminer.gascli.probe.KeyProbe;
import io.gasminer.gascli.probe.PortProbe;
import io.gasminer.gascli.process.Supervision;
import io.gasminer.gascli.trust.KeptLists;
import io.gasminer.miner.audit.EvidenceFolder;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.generation.ModelDirectory;
import io.gasminer.miner.generation.http.VendorHttp;
import io.gasminer.miner.generation.openai.OpenAiModels;
import io.gasminer.miner.generation.openrouter.OpenRouterModels;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Owns the list of what must be right, in the order in which it is told. */
final class Checklist {
  private final Installation place;
  private final MinerConfig config;
  private final Instruments tools;
  private final Shared<OptionalLong> miner;
  private final DoorKnock knock;

  private Checklist(Installation place, Instruments tools) {
    this.place = place;
    this.config = place.config();
    this.tools = tools;
    RunningMiner running = new RunningMiner(config.storage().stateDir(), tools.proc());
    this.miner = Shared.asking(running::pid);
    this.knock = new DoorKnock(tools.patience().dividedBy(2));
  }

  static List<Check> of(Installation place, Instruments tools) {
    Checklist list = new Checklist(place, tools);
    List<Check> all = new ArrayList<>();
    all.addAll(list.machine());
    all.addAll(list.network());
    all.addAll(list.identity());
    all.addAll(list.services());
    all.addAll(list.work());
    return all;
  }

  private List<Check> machine() {
    MinerConfig.Storage storage = config.storage();
    Instant now = tools.clock().instant();
    return List.of(
        new JavaCheck(tools.machine()),
        new MemoryCheck(tools.machine()),
        new OpenFilesCheck(tools.proc(), miner),
        new SettingsCheck(place),
        new DiskCheck(
            "output disk",
            storage.outputDir(),
            "MINER_OUTPUT_DIR",
            false,
            () -> MediaNeed.ofOutput(config, now),
            tools.volumes()),
        new DiskCheck(
            "state disk",
            storage.stateDir(),
            "MINER_STATE_DIR",
            storage.databaseUrl().isEmpty(),
            () -> MediaNeed.ofState(config, now),
            tools.volumes()));
  }

  private List<Check> network() {
    Duration half = tools.patience().dividedBy(2);
    List<Check> checks = new ArrayList<>();
    checks.add(
        new ClockCheck(
            tools.timeServers(),
            timePages(),
            new Sntp(tools.clock(), tools.random(), half),
            new DateHeader(tools.clock(), half)));
    checks.add(
        new PortCheck(
            config.chain().listening(),
            !config.chain().isOnThisMachine(),
            miner,
            new PortProbe(knock, tools.proc())));
    return checks;
  }

  private List<Check> identity() {
    MinerConfig.Chain chain = config.chain();
    Shared<OwnKey> key = OwnKey.of(chain.wallet());
    Shared<OwnAddress> address = OwnAddress.of(chain.announcing(), tools.finder());
    Shared<SubnetLook> subnet = SubnetLook.of(chain, key, tools.patience(), tools.clock());
    List<Check> checks = new ArrayList<>();
    if (!config.chain().isOnThisMachine()) {
      checks.add(
          new ReachCheck(
              address,
              chain.announcedPort(),
              miner,
              knock,
              Arrivals.of(config.storage(), tools.clock())));
    }
    checks.add(new WalletCheck(chain.wallet(), key));
    if (chain.metagraphFile().isEmpty()) {
      for (Endpoint endpoint : chain.endpoints()) {
        checks.add(
            new ChainCheck(
                endpoint, chain.endpoints().size() > 1, tools.patience(), tools.clock()));
      }
    }
    checks.add(new RegistrationCheck(chain, config.limits().stakeMatters(), key, subnet));
    checks.add(new AxonCheck(chain, address, subnet));
    return checks;
  }

  private List<Check> services() {
    List<Check> checks = new ArrayList<>();
    for (ProviderKey key : ProviderKey.of(config.services())) {
      checks.add(new KeyCheck(key, new KeyProbe(tools.patience(), tools.clock())));
    }
    // What is wrong with the catalogue is told once, and then the models are not looked at.
    switch (ServedModels.of(config.services())) {
      case ServedModels.Reading.Problems(List<String> problems) ->
          checks.add(new CatalogCheck(problems));
      case ServedModels.Reading.Read(ServedModels models) -> {
        for (ServedModels.Choice choice : models.choices()) {
          checks.add(
              new ModelCheck(
                  models,
                  choice,
                  directory(choice),
                  EvidenceFolder.in(config.storage().stateDir())::find,
                  tools.patience(),
                  tools.clock()));
        }
        checks.add(
            new AnchorCheck(
                models.signers(LocalDate.ofInstant(tools.clock().instant(), ZoneOffset.UTC)),
                tools.clock()));
      }
    }
    checks.add(new ListsCheck(KeptLists.ofThisUser(), tools.clock()));
    return checks;
  }

  private List<Check> work() {
    Path stateDir = config.storage().stateDir();
    return List.of(
        new DatabaseCheck(config.storage(), tools.patience(), tools.clock()),
        new MinerCheck(stateDir, miner, Charge::of, () -> Supervision.of(stateDir)),
        new DeliveriesCheck(config.storage(), tools.clock()));
  }

  private Optional<ModelDirectory> directory(ServedModels.Choice choice) {
    return ProviderKey.of(config.services()).stream()
        .filter(key -> key.provider().name().equals(choice.provider()))
        .findFirst()
        .flatMap(
            key -> {
              VendorHttp http = key.http(tools.clock());
              return switch (key.provider().name()) {
                case "openai" -> Optional.<ModelDirectory>of(new OpenAiModels(http));
                case "openrouter" -> Optional.of(new OpenRouterModels(http));
                default -> Optional.empty();
              };
            });
  }

  // Whom the miner calls anyway: nobody else learns that it is there.
  private List<URI> timePages() {
    List<URI> pages = new ArrayList<>();
    ProviderKey.of(config.services()).forEach(key -> pages.add(key.base()));
    for (Endpoint endpoint : config.chain().endpoints()) {
      String address = endpoint.address().toString();
      pages.add(URI.create("http" + address.substring("ws".length())));
    }
    return pages.stream().distinct().toList();
  }
}
