package io.gasminer.miner.config;

import io.gasminer.bittensor.wallet.WalletFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Owns the reading of the rows as what they mean, and the rules between them. */
final class ConfigReading {
  private ConfigReading() {}

  static MinerConfig read(
      Values values, Map<String, MinerConfig.Origin> origins, List<String> notes) {
    MinerConfig.Services services = services(values);
    MinerConfig.Chain chain = ChainReading.chain(values);
    if (services.usesSandbox() && !ChainReading.isOnThisMachine(chain)) {
      values.problem(
          "the sandbox service is for trials: no validator of a public network accepts its media."
              + " Choose another IMAGE_SERVICE and VIDEO_SERVICE, or a BT_CHAIN_ENDPOINT on this"
              + " machine (ws://127.0.0.1:9944)");
    }
    derived(origins, Settings.NETUID, Integer.toString(chain.netuid()));
    MinerConfig.Storage storage = storage(values);
    derived(origins, Settings.STATE_DIR, storage.stateDir().toString());
    for (Setting ignored : List.of(Settings.DEVICE, Settings.WORKER_THREADS)) {
      values.given(ignored).ifPresent(v -> notes.add(ignored.name() + " is " + ignored.meaning()));
    }
    return new MinerConfig(
        services, chain, limits(values), storage, delivery(values), origins, notes);
  }

  // What follows from other rows is shown as what it came out to be.
  private static void derived(
      Map<String, MinerConfig.Origin> origins, Setting setting, String value) {
    origins.computeIfPresent(
        setting.name(),
        (name, origin) ->
            origin.shown().isBlank() ? new MinerConfig.Origin(value, origin.source()) : origin);
  }

  private static MinerConfig.Services services(Values values) {
    Optional<Secret> openAi = values.secret(Settings.OPENAI_KEY);
    Optional<Secret> openRouter = values.secret(Settings.OPENROUTER_KEY);
    Optional<Secret> stability = values.secret(Settings.STABILITY_KEY);
    Optional<Secret> runway = values.secret(Settings.RUNWAY_KEY);
    ServiceChoice choice =
        new ServiceChoice(
            values,
            Map.of(
                "openai", openAi.isPresent(),
                "openrouter", openRouter.isPresent(),
                "stabilityai", stability.isPresent(),
                "runway", runway.isPresent()));
    return new MinerConfig.Services(
        choice.image(),
        choice.video(),
        values.given(Settings.IMAGE_MODEL),
        values.given(Settings.VIDEO_MODEL),
        values.givenPath(Settings.CATALOG),
        openAi,
        openRouter,
        stability,
        runway,
        values.base(Settings.OPENAI_BASE),
        values.base(Settings.OPENROUTER_BASE),
        values.base(Settings.STABILITY_BASE),
        values.base(Settings.RUNWAY_BASE),
        values.seconds(Settings.SANDBOX_LATENCY),
        values.share(Settings.SANDBOX_FAILURES));
  }

  static MinerConfig.Making making(Values values) {
    return new MinerConfig.Making(
        services(values), storage(values), values.seconds(Settings.TASK_TIMEOUT));
  }

  static WalletSettings wallet(Values values) {
    return new WalletSettings(
        new WalletFolder(
            values.path(Settings.WALLET_PATH).resolve(values.text(Settings.WALLET_NAME))),
        values.text(Settings.WALLET_HOTKEY),
        values.secret(Settings.WALLET_PASSWORD),
        values.givenPath(Settings.WALLET_PASSWORD_FILE));
  }

  private static MinerConfig.Limits limits(Values values) {
    return new MinerConfig.Limits(
        values.number(Settings.MAX_CONCURRENT, 1, 1_000),
        values.number(Settings.MAX_QUEUED, 1, 1_000_000),
        values.seconds(Settings.TASK_TIMEOUT),
        !values.flag(Settings.NO_FORCE_PERMIT),
        values.seconds(Settings.MAX_TASK_AGE).multipliedBy(3600),
        values.seconds(Settings.CLEANUP_INTERVAL));
  }

  static MinerConfig.Storage storage(Values values) {
    Path output = values.path(Settings.OUTPUT_DIR);
    Path state = values.givenPath(Settings.STATE_DIR).orElse(output.resolve(".gen_miner_state"));
    Optional<String> database = values.given(Settings.DATABASE_URL);
    if (database.isPresent() && !database.get().startsWith("jdbc:postgresql:")) {
      values.problem(
          "MINER_DATABASE_URL does not start with jdbc:postgresql: ; leave it out for SQLite");
    }
    return new MinerConfig.Storage(
        output,
        state,
        values.flag(Settings.SAVE_LOCALLY),
        database,
        values.oneOf(
            Settings.LOG_LEVEL,
            List.of("trace", "debug", "info", "success", "warning", "warn", "error", "critical")),
        values.oneOf(Settings.LOG_FORMAT, List.of("plain", "json")).equals("json"),
        values.base(Settings.GAS_API));
  }

  private static MinerConfig.Delivery delivery(Values values) {
    return new MinerConfig.Delivery(
        values.seconds(Settings.WEBHOOK_RETRY_DELAY),
        values.seconds(Settings.WEBHOOK_TIMEOUT),
        values.seconds(Settings.WEBHOOK_GRACE),
        Arrays.stream(values.text(Settings.WEBHOOK_ALLOW).split(","))
            .map(String::strip)
            .filter(network -> !network.isEmpty())
            .toList());
  }
}
