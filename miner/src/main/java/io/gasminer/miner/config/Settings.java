package io.gasminer.miner.config;

import java.util.List;
import java.util.Optional;

/** Owns the list of all settings. */
public final class Settings {
  private static final String SERVICES = "Generation services";
  private static final String KEYS = "API keys";
  private static final String CHAIN = "Wallet and chain";
  private static final String MINER = "The miner";
  private static final String WEBHOOK = "Delivery";
  private static final String BASES = "Where the services are (for proxies and stand-ins)";
  private static final String SANDBOX = "Sandbox (trials without keys)";

  static final Setting IMAGE_SERVICE =
      row("IMAGE_SERVICE", "", SERVICES, "openai, openrouter, stabilityai, sandbox or none");
  static final Setting VIDEO_SERVICE =
      row("VIDEO_SERVICE", "", SERVICES, "openrouter, runway, sandbox or none");
  static final Setting IMAGE_MODEL =
      row(
          "IMAGE_MODEL",
          "",
          SERVICES,
          "the image model, where the service's default is not wanted");
  static final Setting VIDEO_MODEL =
      row(
          "VIDEO_MODEL",
          "",
          SERVICES,
          "the video model, where the service's default is not wanted");
  static final Setting CATALOG =
      row(
          "MINER_MODEL_CATALOG",
          "",
          SERVICES,
          "a JSON file whose rows replace rows of the catalogue");
  static final Setting OPENAI_KEY = secret("OPENAI_API_KEY", "OpenAI: images");
  static final Setting OPENROUTER_KEY =
      secret("OPEN_ROUTER_API_KEY", "OpenRouter: images and video");
  static final Setting STABILITY_KEY = secret("STABILITY_API_KEY", "Stability AI: images");
  static final Setting RUNWAY_KEY =
      new Setting(
          "RUNWAYML_API_KEY", List.of("RUNWAYML_API_SECRET"), "", true, KEYS, "Runway: video");
  static final Setting WALLET_NAME = row("BT_WALLET_NAME", "default", CHAIN, "the wallet");
  static final Setting WALLET_HOTKEY =
      row("BT_WALLET_HOTKEY", "default", CHAIN, "the hotkey in that wallet");
  static final Setting WALLET_PATH =
      row("BT_WALLET_PATH", "~/.bittensor/wallets", CHAIN, "the folder of the wallets");
  static final Setting WALLET_PASSWORD =
      new Setting(
          "BT_WALLET_PASSWORD",
          List.of(),
          "",
          true,
          CHAIN,
          "the password of an encrypted hotkey; a file is safer");
  static final Setting WALLET_PASSWORD_FILE =
      row(
          "BT_WALLET_PASSWORD_FILE",
          "",
          CHAIN,
          "a file (mode 0600) whose first line is that password");
  static final Setting NETUID =
      row("BT_NETUID", "", CHAIN, "the subnet; without it 34 on mainnet and 379 on testnet");
  static final Setting ENDPOINT =
      row(
          "BT_CHAIN_ENDPOINT",
          "wss://test.finney.opentensor.ai:443",
          CHAIN,
          "the chain's endpoints, the preferred one first: finney, test, local or wss://…, …");
  static final Setting METAGRAPH_FILE =
      row(
          "BT_METAGRAPH_FILE",
          "",
          CHAIN,
          "a JSON snapshot of the metagraph instead of the chain; read again on change");
  static final Setting AXON_PORT = row("BT_AXON_PORT", "8093", CHAIN, "the port of the API server");
  static final Setting AXON_IP =
      row("BT_AXON_IP", "0.0.0.0", CHAIN, "the address that the API server listens on");
  static final Setting AXON_EXTERNAL_IP =
      row(
          "BT_AXON_EXTERNAL_IP",
          "",
          CHAIN,
          "the address that validators reach the miner at; found by asking two services if unset");
  static final Setting AXON_EXTERNAL_PORT =
      row(
          "BT_AXON_EXTERNAL_PORT",
          "",
          CHAIN,
          "the port that validators reach it at, where a router maps another one to BT_AXON_PORT");
  static final Setting AXON_ANNOUNCE =
      row(
          "BT_AXON_ANNOUNCE",
          "true",
          CHAIN,
          "announce address and port on the chain when it says something else");
  static final Setting LOG_LEVEL =
      row("BT_LOGGING_LEVEL", "info", MINER, "trace, debug, info, warning or error");
  static final Setting LOG_FORMAT = row("MINER_LOG_FORMAT", "plain", MINER, "plain or json");
  static final Setting MAX_CONCURRENT =
      row("MINER_MAX_CONCURRENT_TASKS", "5", MINER, "generations in parallel");
  static final Setting MAX_QUEUED =
      row("MINER_MAX_QUEUED_TASKS", "1000", MINER, "waiting tasks; more are refused with 503");
  static final Setting TASK_TIMEOUT =
      row("MINER_TASK_TIMEOUT", "300", MINER, "seconds one task may take once it has started");
  static final Setting OUTPUT_DIR =
      row("MINER_OUTPUT_DIR", "./miner_generated_content", MINER, "content and logs");
  static final Setting SAVE_LOCALLY =
      row("MINER_SAVE_LOCALLY", "false", MINER, "keep media under the output folder");
  static final Setting STATE_DIR =
      row("MINER_STATE_DIR", "", MINER, "durable state; <output folder>/.gen_miner_state if unset");
  static final Setting DATABASE_URL =
      row("MINER_DATABASE_URL", "", MINER, "jdbc:postgresql://… for several nodes; else SQLite");
  static final Setting NO_FORCE_PERMIT =
      row(
          "MINER_NO_FORCE_VALIDATOR_PERMIT",
          "false",
          MINER,
          "accept signers below the stake minimum");
  static final Setting MAX_TASK_AGE =
      row(
          "MINER_MAX_TASK_AGE_HOURS",
          "24",
          MINER,
          "hours after which a finished task is forgotten");
  static final Setting CLEANUP_INTERVAL =
      row("MINER_CLEANUP_INTERVAL", "3600", MINER, "seconds between two clean-ups");
  static final Setting WEBHOOK_RETRIES =
      row(
          "MINER_WEBHOOK_MAX_RETRIES",
          "3",
          WEBHOOK,
          "accepted and ignored: delivery goes on for 2 h");
  static final Setting WEBHOOK_RETRY_DELAY =
      row("MINER_WEBHOOK_RETRY_DELAY", "2", WEBHOOK, "seconds before the second attempt");
  static final Setting WEBHOOK_TIMEOUT =
      row("MINER_WEBHOOK_TIMEOUT", "30", WEBHOOK, "seconds one attempt may take");
  static final Setting WEBHOOK_GRACE =
      row("MINER_WEBHOOK_GRACE", "1", WEBHOOK, "seconds between the 201 and the first attempt");
  static final Setting WEBHOOK_ALLOW =
      row(
          "MINER_WEBHOOK_ALLOW",
          "",
          WEBHOOK,
          "networks beside the public ones: 127.0.0.0/8,10.0.0.0/8");
  static final Setting GAS_API =
      row("GAS_API_URL", "https://gas.bitmind.ai", MINER, "the performance API");
  static final Setting OPENAI_BASE =
      row("OPENAI_BASE_URL", "https://api.openai.com", BASES, "OpenAI");
  static final Setting OPENROUTER_BASE =
      row("OPEN_ROUTER_BASE_URL", "https://openrouter.ai/api", BASES, "OpenRouter");
  static final Setting STABILITY_BASE =
      row("STABILITY_BASE_URL", "https://api.stability.ai", BASES, "Stability AI");
  static final Setting RUNWAY_BASE =
      row("RUNWAYML_BASE_URL", "https://api.dev.runwayml.com", BASES, "Runway");
  static final Setting SANDBOX_LATENCY =
      row("SANDBOX_LATENCY", "0", SANDBOX, "seconds that a sandbox job takes");
  static final Setting SANDBOX_FAILURES =
      row("SANDBOX_FAILURE_RATE", "0", SANDBOX, "share of sandbox jobs that fail, 0 to 1");
  static final Setting DEVICE =
      row("MINER_DEVICE", "auto", MINER, "accepted and ignored: nothing is computed locally");
  static final Setting WORKER_THREADS =
      row("MINER_WORKER_THREADS", "2", MINER, "accepted and ignored: virtual threads do the work");

  private static final List<Setting> ALL =
      List.of(
          IMAGE_SERVICE,
          VIDEO_SERVICE,
          IMAGE_MODEL,
          VIDEO_MODEL,
          CATALOG,
          OPENAI_KEY,
          OPENROUTER_KEY,
          STABILITY_KEY,
          RUNWAY_KEY,
          WALLET_NAME,
          WALLET_HOTKEY,
          WALLET_PATH,
          WALLET_PASSWORD,
          WALLET_PASSWORD_FILE,
          NETUID,
          ENDPOINT,
          METAGRAPH_FILE,
          AXON_PORT,
          AXON_IP,
          AXON_EXTERNAL_IP,
          AXON_EXTERNAL_PORT,
          AXON_ANNOUNCE,
          MAX_CONCURRENT,
          MAX_QUEUED,
          TASK_TIMEOUT,
          LOG_LEVEL,
          LOG_FORMAT,
          OUTPUT_DIR,
          SAVE_LOCALLY,
          STATE_DIR,
          DATABASE_URL,
          NO_FORCE_PERMIT,
          MAX_TASK_AGE,
          CLEANUP_INTERVAL,
          GAS_API,
          DEVICE,
          WORKER_THREADS,
          WEBHOOK_RETRIES,
          WEBHOOK_RETRY_DELAY,
          WEBHOOK_TIMEOUT,
          WEBHOOK_GRACE,
          WEBHOOK_ALLOW,
          OPENAI_BASE,
          OPENROUTER_BASE,
          STABILITY_BASE,
          RUNWAY_BASE,
          SANDBOX_LATENCY,
          SANDBOX_FAILURES);

  private Settings() {}

  /** All rows, in the order in which template and documentation show them. */
  public static List<Setting> all() {
    return ALL;
  }

  /** The row with this name or alias. */
  public static Optional<Setting> named(String name) {
    return ALL.stream()
        .filter(setting -> setting.name().equals(name) || setting.aliases().contains(name))
        .findFirst();
  }

  private static Setting row(String name, String standard, String group, String meaning) {
    return new Setting(name, List.of(), standard, false, group, meaning);
  }

  private static Setting secret(String name, String meaning) {
    return new Setting(name, List.of(), "", true, KEYS, meaning);
  }
}
