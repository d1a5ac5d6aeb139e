package io.gasminer.bittensor.fuzz;

import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.bittensor.wallet.HotkeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owns honest input to grow hostile input from; a real runtime's where it is at hand. */
final class Seeds {
  static final Instant NOW = Instant.ofEpochMilli(1_760_000_000_123L);
  static final Hotkey ALICE = Hotkey.fromUri("//Alice");
  static final Hotkey BOB = Hotkey.fromUri("//Bob");
  static final byte[] BODY = {'{', '}'};

  private Seeds() {}

  /** Metadata of both versions: nearly empty ones, and the runtime's own. */
  static List<byte[]> metadata() {
    String bool = "000000" + "05" + "00" + "00";
    List<byte[]> seeds =
        new ArrayList<>(
            List.of(
                HexFormat.of()
                    .parseHex("6d6574610e" + "04" + bool + "00" + "00" + "04" + "00" + "00"),
                HexFormat.of()
                    .parseHex(
                        "6d6574610f"
                            + "04"
                            + bool
                            + "00"
                            + "04"
                            + "00000000"
                            + "00"
                            + "00"
                            + "00"
                            + "000000"
                            + "00")));
    file("metadata-state_getMetadata.bin").ifPresent(seeds::add);
    file("metadata-at_version_15-response.bin").ifPresent(seeds::add);
    return seeds;
  }

  /** The runtime's own metadata of version 15. */
  static Optional<byte[]> described() {
    return file("metadata-at_version_15-response.bin");
  }

  /** What the runtime answered to the methods of that name's end. */
  static List<byte[]> answers(String method) {
    List<byte[]> seeds = new ArrayList<>();
    JsonNode all =
        JsonMapper.shared()
            .readTree(file("runtime-apis.json").orElse("[]".getBytes(StandardCharsets.UTF_8)));
    for (JsonNode each : all) {
      if (each.path("method").asString("").endsWith(method)) {
        seeds.add(HexFormat.of().parseHex(each.path("result").asString().substring(2)));
      }
    }
    return seeds;
  }

  static List<byte[]> frames() {
    return texts(
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":\"0x00\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":8,\"error\":{\"code\":1010,\"message\":\"no\",\"data\":\"Custom"
            + " error: 12\"}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"chain_newHead\",\"params\":{\"subscription\":\"a1\",\"result\":{\"number\":\"0x2d\",\"digest\":{\"logs\":[]}}}}");
  }

  static List<byte[]> hotkeys() {
    List<byte[]> seeds =
        new ArrayList<>(
            texts(
                "{\"secretPhrase\":\"bottom drive obey lake curtain smoke basket hold race lonely"
                    + " fit walk\"}",
                "{\"ss58Address\":\"" + ALICE.address() + "\",\"cryptoType\":1}"));
    seeds.add(HotkeyFile.write(ALICE));
    return seeds;
  }

  static List<byte[]> addresses() {
    return texts(ALICE.address().toString(), BOB.address().toString());
  }

  /** A header a line. */
  static List<byte[]> headers() {
    EpistulaSigner signer =
        new EpistulaSigner(
            ALICE, InstantSource.fixed(NOW), () -> "12345678-1234-4234-8234-1234567890ab");
    return texts(
        signer.sign(BODY, Optional.of(BOB.address())).asMap().entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue())
            .collect(Collectors.joining("\n")));
  }

  private static List<byte[]> texts(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private static Optional<byte[]> file(String name) {
    Path path =
        Path.of(System.getProperty("gasminer.shared", ""), "chainkit/vectors/spec-293", name);
    try {
      return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
