package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.metadata.Parsed;
import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.subtensor.ChainIdentity;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Owns the runtime's description, loaded when it is first needed and again after an upgrade.
 *
 * <p>There are two: metadata of version 14, which every node has and which describes storage and
 * calls, and of version 15, which describes runtime APIs too and takes the node longer.
 * Thread-safe.
 */
final class Runtimes {
  private static final String NEWER = "Metadata_metadata_at_version";
  private static final byte[] VERSION_15 = {15, 0, 0, 0};

  private final Questions questions;
  private Optional<ChainRuntime> plain = Optional.empty();
  private Optional<ChainRuntime> described = Optional.empty();

  Runtimes(Questions questions) {
    this.questions = questions;
  }

  /** A runtime whose storage and calls are known. */
  synchronized Answer<ChainRuntime> current() {
    if (plain.isPresent()) {
      return new Answer.Got<>(plain.get());
    }
    Answer<ChainRuntime> loaded = load(this::fourteen);
    plain = loaded.found();
    return loaded;
  }

  /** A runtime whose runtime APIs are known as well, where the node can describe them. */
  synchronized Answer<ChainRuntime> withApis() {
    if (described.isPresent()) {
      return new Answer.Got<>(described.get());
    }
    Answer<ChainRuntime> loaded = load(this::fifteen);
    described = loaded.found();
    return loaded;
  }

  /** Forgets what is of another version than this. */
  synchronized void changedTo(long specVersion) {
    plain = plain.filter(runtime -> runtime.identity().specVersion() == specVersion);
    described = described.filter(runtime -> runtime.identity().specVersion() == specVersion);
  }

  /** Forgets everything: what the node says does not fit what was loaded. */
  synchronized void forget() {
    plain = Optional.empty();
    described = Optional.empty();
  }

  private Answer<ChainRuntime> load(Function<Block, Answer<RuntimeMetadata>> metadata) {
    return questions
        .newest()
        .then(
            block ->
                questions
                    .ask(Optional::of, "state_getRuntimeVersion", block.hash())
                    .then(version -> metadata.apply(block).then(known -> runtime(version, known))));
  }

  private Answer<ChainRuntime> runtime(JsonNode version, RuntimeMetadata metadata) {
    long spec = version.path("specVersion").asLong(-1);
    long transaction = version.path("transactionVersion").asLong(-1);
    if (spec < 0 || transaction < 0) {
      return new Answer.Unavailable<>("the node does not tell the versions of its runtime");
    }
    return questions
        .hashOf(0)
        .then(Runtimes::hash)
        .map(
            genesis ->
                new ChainRuntime(
                    version.path("specName").asString(""),
                    new ChainIdentity(genesis, spec, transaction),
                    metadata));
  }

  private static Answer<byte[]> hash(String hex) {
    try {
      byte[] bytes = HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex);
      if (bytes.length == 32) {
        return new Answer.Got<>(bytes);
      }
    } catch (IllegalArgumentException notHex) {
      // Told below.
    }
    return new Answer.Unavailable<>("the node's first block has no hash of 32 bytes");
  }

  private Answer<RuntimeMetadata> fourteen(Block at) {
    return questions.ask(Hex::bytes, "state_getMetadata", at.hash()).then(Runtimes::parsed);
  }

  private Answer<RuntimeMetadata> fifteen(Block at) {
    return switch (questions.call(NEWER, VERSION_15, at).then(Runtimes::parsed)) {
      case Answer.Got<RuntimeMetadata> got -> got;
      // Old runtimes have no such call: their storage is all that can be read.
      case Answer.Unavailable<RuntimeMetadata> _ -> fourteen(at);
    };
  }

  private static Answer<RuntimeMetadata> parsed(byte[] bytes) {
    return switch (RuntimeMetadata.parse(bytes)) {
      case Parsed.Known(RuntimeMetadata metadata) -> new Answer.Got<>(metadata);
      case Parsed.Unavailable _ ->
          new Answer.Unavailable<>("the node has no metadata of that version");
      case Parsed.OtherVersion(int version) ->
          new Answer.Unavailable<>(
              "the node describes itself by metadata of version "
                  + version
                  + ", and this program reads 14 and 15; a newer one may read it");
      case Parsed.Malformed(String reason) ->
          new Answer.Unavailable<>("the node's metadata cannot be read: " + reason);
    };
  }
}
