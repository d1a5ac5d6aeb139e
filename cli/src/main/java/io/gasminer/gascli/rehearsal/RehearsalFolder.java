package io.gasminer.gascli.rehearsal;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.miner.generation.sandbox.SandboxAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owns the folder of one rehearsal: a wallet, a metagraph of two, a configuration, what comes out.
 *
 * @param miner the miner's key, made for this rehearsal unless some chain knows it
 * @param validator the validator's key, likewise
 */
public record RehearsalFolder(Path path, Hotkey miner, Hotkey validator) {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("IMAGE_SERVICE", "sandbox"),
          Map.entry("VIDEO_SERVICE", "sandbox"),
          Map.entry("BT_WALLET_PATH", "wallets"),
          Map.entry("BT_WALLET_NAME", "rehearsal"),
          Map.entry("BT_WALLET_HOTKEY", "default"),
          Map.entry("BT_CHAIN_ENDPOINT", "ws://127.0.0.1:9944"),
          Map.entry("BT_NETUID", "34"),
          Map.entry("BT_METAGRAPH_FILE", "metagraph.json"),
          Map.entry("BT_AXON_IP", "127.0.0.1"),
          Map.entry("BT_AXON_PORT", "0"),
          Map.entry("MINER_OUTPUT_DIR", "miner"),
          Map.entry("MINER_LOG_FORMAT", "json"),
          Map.entry("MINER_WEBHOOK_ALLOW", "127.0.0.0/8"));
  private static final double VALIDATOR_STAKE = 1_000_000;
  private static final String SIGNER = "sandbox-signer.pem";
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /**
   * Makes the folder below {@code parent}, named after the time, readable by this user alone.
   *
   * @param settings lines of the configuration that are added, or stand instead of the usual ones
   */
  public static RehearsalFolder create(
      Path parent, Map<String, String> settings, Instant now, SecureRandom random)
      throws IOException {
    return between(newKey(random), newKey(random), parent, settings, now);
  }

  /** The same for a miner and a validator whose keys some chain knows already. */
  public static RehearsalFolder between(
      Hotkey miner, Hotkey validator, Path parent, Map<String, String> settings, Instant now)
      throws IOException {
    Path path = Files.createDirectories(parent).resolve(NAME.format(now));
    Files.createDirectory(path, OWNER_ONLY);
    RehearsalFolder folder = new RehearsalFolder(path, miner, validator);
    folder.fill(settings);
    return folder;
  }

  /**
   * Makes the folder of a second node beside this one: the same keys, metagraph and sandbox signer,
   * and a state of its own. The signer is shared, as one node judges what the other has made; it is
   * there once this folder's miner has been started.
   */
  public RehearsalFolder twin(Map<String, String> settings) throws IOException {
    Path beside =
        Files.createDirectory(path.resolveSibling(path.getFileName() + "-twin"), OWNER_ONLY);
    RehearsalFolder twin = new RehearsalFolder(beside, miner, validator);
    twin.fill(settings);
    if (Files.exists(state().resolve(SIGNER))) {
      Files.createDirectories(twin.state());
      Files.copy(state().resolve(SIGNER), twin.state().resolve(SIGNER), COPY_ATTRIBUTES);
    }
    return twin;
  }

  private void fill(Map<String, String> settings) throws IOException {
    Files.createDirectories(path.resolve("wallets/rehearsal/hotkeys"));
    writePrivately(hotkeyFile(), HotkeyFile.write(miner));
    writePrivately(metagraphFile(), metagraph());
    writePrivately(envFile(), lines(settings).getBytes(StandardCharsets.UTF_8));
  }

  /** The miner's key, as the official wallet keeps it. */
  public Path hotkeyFile() {
    return path.resolve("wallets/rehearsal/hotkeys/default");
  }

  /** The snapshot that tells the miner who the validators are. */
  public Path metagraphFile() {
    return path.resolve("metagraph.json");
  }

  /** The miner's durable state. */
  public Path state() {
    return path.resolve("miner/.gen_miner_state");
  }

  /** The settings that the miner is started with. */
  public Path envFile() {
    return path.resolve("rehearsal.env");
  }

  /** The miner's log, one JSON object a line. */
  public Path log() {
    return path.resolve("miner/logs/gas-miner.log");
  }

  /** What the miner's process prints, for when it does not come to logging. */
  public Path console() {
    return path.resolve("miner-console.log");
  }

  /** The root certificate under which the sandbox signs. */
  public Path sandboxRoot() {
    return state().resolve(SandboxAuthority.ROOT_FILE);
  }

  private static Hotkey newKey(SecureRandom random) {
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    return Hotkey.fromSeed(seed);
  }

  private byte[] metagraph() {
    return JsonMapper.shared()
        .writeValueAsBytes(
            Map.of(
                "netuid",
                34,
                "block",
                1,
                "neurons",
                List.of(neuron(0, validator, VALIDATOR_STAKE, true), neuron(1, miner, 0, false))));
  }

  private static Map<String, Object> neuron(int uid, Hotkey key, double stake, boolean permit) {
    return Map.of(
        "uid",
        uid,
        "hotkey",
        key.address().toString(),
        "stake",
        stake,
        "validator_permit",
        permit,
        "axon",
        Map.of("ip", "127.0.0.1", "port", 0));
  }

  private static String lines(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(USUAL);
    all.putAll(settings);
    return all.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private void writePrivately(Path file, byte[] content) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, content);
  }
}
