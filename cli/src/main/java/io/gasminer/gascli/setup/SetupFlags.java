package io.gasminer.gascli.setup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Owns the answers that are given as flags; a key is no flag, a file with it is one. */
public final class SetupFlags {
  @Option(
      names = {"--network", "--subtensor.network"},
      paramLabel = "NAME",
      description = "testnet, mainnet, or the address of a node (wss://…)")
  private Optional<String> network = Optional.empty();

  @Option(names = "--netuid", paramLabel = "N", description = "the subnet on a node of your own")
  private Optional<String> netuid = Optional.empty();

  @Option(
      names = {"--wallet-name", "--wallet.name"},
      paramLabel = "NAME",
      description = "the wallet")
  private Optional<String> wallet = Optional.empty();

  @Option(
      names = {"--wallet-hotkey", "--wallet.hotkey"},
      paramLabel = "NAME",
      description = "the hotkey in it")
  private Optional<String> hotkey = Optional.empty();

  @Option(
      names = {"--wallet-path", "--wallet.path"},
      paramLabel = "FOLDER",
      description = "the folder of the wallets")
  private Optional<String> walletPath = Optional.empty();

  @Option(
      names = "--wallet-password-file",
      paramLabel = "FILE",
      description = "a file (mode 0600) whose first line is the password of an encrypted hotkey")
  private Optional<String> passwordFile = Optional.empty();

  @Option(
      names = "--image-service",
      paramLabel = "NAME",
      description = "openai, openrouter, stabilityai, sandbox or none")
  private Optional<String> image = Optional.empty();

  @Option(
      names = "--video-service",
      paramLabel = "NAME",
      description = "openrouter, runway, sandbox or none")
  private Optional<String> video = Optional.empty();

  @Option(
      names = "--openai-key-file",
      paramLabel = "FILE",
      description = "a file with the key; - reads it from the input (else OPENAI_API_KEY)")
  private Optional<String> openAi = Optional.empty();

  @Option(
      names = "--openrouter-key-file",
      paramLabel = "FILE",
      description = "likewise (else OPEN_ROUTER_API_KEY)")
  private Optional<String> openRouter = Optional.empty();

  @Option(
      names = "--stability-key-file",
      paramLabel = "FILE",
      description = "likewise (else STABILITY_API_KEY)")
  private Optional<String> stability = Optional.empty();

  @Option(
      names = "--runway-key-file",
      paramLabel = "FILE",
      description = "likewise (else RUNWAYML_API_KEY)")
  private Optional<String> runway = Optional.empty();

  @Option(
      names = {"--port", "--axon.port"},
      paramLabel = "PORT",
      description = "the port that validators call")
  private Optional<String> port = Optional.empty();

  @Option(
      names = {"--external-ip", "--axon.external_ip"},
      paramLabel = "ADDRESS",
      description = "this machine's address on the internet, or auto")
  private Optional<String> externalIp = Optional.empty();

  @Option(
      names = "--output-dir",
      paramLabel = "FOLDER",
      description = "the folder for state, logs and media")
  private Optional<String> output = Optional.empty();

  /** The answers by setting, but for network and keys. */
  Map<String, String> answers() {
    Map<String, String> all = new LinkedHashMap<>();
    netuid.ifPresent(value -> all.put("BT_NETUID", value));
    wallet.ifPresent(value -> all.put("BT_WALLET_NAME", value));
    hotkey.ifPresent(value -> all.put("BT_WALLET_HOTKEY", value));
    walletPath.ifPresent(value -> all.put("BT_WALLET_PATH", value));
    passwordFile.ifPresent(value -> all.put("BT_WALLET_PASSWORD_FILE", value));
    image.ifPresent(value -> all.put("IMAGE_SERVICE", value));
    video.ifPresent(value -> all.put("VIDEO_SERVICE", value));
    port.ifPresent(value -> all.put("BT_AXON_PORT", value));
    externalIp.ifPresent(
        value ->
            all.put("BT_AXON_EXTERNAL_IP", value.strip().equalsIgnoreCase("auto") ? "" : value));
    output.ifPresent(value -> all.put("MINER_OUTPUT_DIR", value));
    return all;
  }

  Optional<String> network() {
    return network;
  }

  /** The files with keys, by setting. */
  Map<String, String> keyFiles() {
    Map<String, String> all = new LinkedHashMap<>();
    openAi.ifPresent(file -> all.put("OPENAI_API_KEY", file));
    openRouter.ifPresent(file -> all.put("OPEN_ROUTER_API_KEY", file));
    stability.ifPresent(file -> all.put("STABILITY_API_KEY", file));
    runway.ifPresent(file -> all.put("RUNWAYML_API_KEY", file));
    return all;
  }

  /** Whether anything was answered. */
  public boolean any() {
    return network.isPresent() || !answers().isEmpty() || !keyFiles().isEmpty();
  }
}
