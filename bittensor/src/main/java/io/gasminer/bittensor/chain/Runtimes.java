package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.metadata.Parsed;
import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.subtensor.ChainIdentity;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Owns the runtime's description, loaded when it is first needed and again after an upgrade.
 *
 * <p>There are two: metadata of version 14, which every node has and which describes storage and
 * calls, and of version 15, which describes runtime APIs too and takes the node longer. Both are
 * kept between runs, and thrown away when a question fails on one that was. Thread-safe.
 */
final class Runtimes {
  private static final String NEWER = "Metadata_metadata_at_version";
  private static final byte[] VERSION_15 = {15, 0, 0, 0};
  private static final String VERSION = "state_getRuntimeVersion";

  /** The first 8 bytes of blake2b of {@code Metadata}, by which a runtime lists that API. */
  private static final String METADATA_API = "0x37e397fc7c91f5e4";

  private final Questions questions;
  private final RuntimeFolder folder;
  private Optional<ChainRuntime> plain = Optional.empty();
  private Optional<ChainRuntime> described = Optional.empty();
  private long announced = -1;
  private Optional<RuntimeName> fromFolder = Optional.empty();

  Runtimes(Questions questions, RuntimeFolder folder) {
    this.questions = questions;
    this.folder = folder;
  }

  /** A runtime whose storage and calls are known. */
  Answer<ChainRuntime> current() {
    return known(false).<Answer<ChainRuntime>>map(Answer.Got::new).orElseGet(() -> load(false));
  }

  /** A runtime whose runtime APIs are known as well, where the node can describe them. */
  Answer<ChainRuntime> withApis() {
    return known(true).<Answer<ChainRuntime>>map(Answer.Got::new).orElseGet(() -> load(true));
  }

  /** Forgets what is of another version than this. */
  synchronized void changedTo(long specVersion) {
    announced = specVersion;
    plain = plain.filter(runtime -> runtime.identity().specVersion() == specVersion);
    described = described.filter(runtime -> runtime.identity().specVersion() == specVersion);
  }

  /** Whether the node runs another version than one that was loaded, which is forgotten then. */
  boolean haveChanged() {
    long version = questions.ask(Runtimes::spec, VERSION).found().orElse(-1L);
    synchronized (this) {
      boolean other =
          version >= 0
              && Stream.concat(plain.stream(), described.stream())
                  .anyMatch(runtime -> runtime.identity().specVersion() != version);
      if (other) {
        changedTo(version);
      }
      return other;
    }
  }

  /** Whether a description was kept from another run; it is forgotten then. */
  synchronized boolean doubtKept() {
    if (fromFolder.isEmpty()) {
      return false;
    }
    String name = fromFolder.get().text();
    folder.remove(file(name, true));
    folder.remove(file(name, false));
    fromFolder = Optional.empty();
    plain = Optional.empty();
    described = Optional.empty();
    return true;
  }

  private synchronized Optional<ChainRuntime> known(boolean apis) {
    return apis ? described : plain.or(() -> described);
  }

  // Loaded outside the lock: two that ask at once may both load, and nobody waits for a slow node.
  private Answer<ChainRuntime> load(boolean apis) {
    Later<String> genesis = Later.begin(() -> questions.hashOf(0));
    Later<JsonNode> version = Later.begin(() -> questions.ask(Optional::of, VERSION));
    Later<String> best = Later.begin(questions::best);
    return genesis
        .answer()
        .then(
            chain ->
                version
                    .answer()
                    .then(
                        said ->
                            kept(chain, said, apis)
                                .<Answer<ChainRuntime>>map(Answer.Got::new)
                                .orElseGet(
                                    () -> best.answer().then(at -> fetched(chain, apis, at)))));
  }

  private Optional<ChainRuntime> kept(String genesis, JsonNode version, boolean apis) {
    RuntimeName name = RuntimeName.of(genesis, version);
    boolean full = apis && describesApis(version);
    Optional<ChainRuntime> found = kept(genesis, version, name, true);
    boolean whole = found.isPresent();
    found = found.or(() -> full ? Optional.empty() : kept(genesis, version, name, false));
    found.ifPresent(runtime -> keep(runtime, whole || apis, Optional.of(name)));
    return found;
  }

  private Optional<ChainRuntime> kept(
      String genesis, JsonNode version, RuntimeName name, boolean full) {
    return folder
        .description(file(name.text(), full))
        .filter(name::isOf)
        .flatMap(metadata -> runtime(genesis, version, metadata).found());
  }

  // The version is asked for once more, at the block of the metadata: a runtime may be upgraded
  // between two questions.
  private Answer<ChainRuntime> fetched(String genesis, boolean apis, String at) {
    return questions
        .ask(Optional::of, VERSION, at)
        .then(
            version -> {
              boolean full = apis && describesApis(version);
              return metadata(full, at)
                  .then(
                      bytes ->
                          parsed(bytes)
                              .then(metadata -> runtime(genesis, version, metadata))
                              .map(runtime -> keep(runtime, full, apis, bytes)));
            });
  }

  private ChainRuntime keep(ChainRuntime runtime, boolean full, boolean apis, byte[] bytes) {
    if (runtime.exactly().isOf(runtime.metadata())) {
      folder.write(file(runtime.exactly().text(), full), bytes);
    }
    keep(runtime, apis, Optional.empty());
    return runtime;
  }

  private synchronized void keep(ChainRuntime runtime, boolean apis, Optional<RuntimeName> from) {
    if (announced < 0 || announced == runtime.identity().specVersion()) {
      plain = apis ? plain : Optional.of(runtime);
      described = apis ? Optional.of(runtime) : described;
      fromFolder = from.or(() -> fromFolder);
    }
  }

  private static String file(String name, boolean full) {
    return name + (full ? "-15" : "-14") + ".metadata";
  }

  private Answer<byte[]> metadata(boolean full, String at) {
    return full
        ? questions.call(NEWER, VERSION_15, at)
        : questions.ask(Hex::bytes, "state_getMetadata", at);
  }

  // Old runtimes have no such call, and a question that fails does not say whether there is one.
  private static boolean describesApis(JsonNode version) {
    for (JsonNode api : version.path("apis")) {
      if (METADATA_API.equals(api.path(0).asString("")) && api.path(1).asLong(0) > 1) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Long> spec(JsonNode version) {
    return Optional.of(version.path("specVersion").asLong(-1)).filter(number -> number >= 0);
  }

  private static Answer<ChainRuntime> runtime(
      String genesis, JsonNode version, RuntimeMetadata metadata) {
    long spec = version.path("specVersion").asLong(-1);
    long transaction = version.path("transactionVersion").asLong(-1);
    if (spec < 0 || transaction < 0) {
      return new Answer.Unavailable<>("the node does not tell the versions of its runtime");
    }
    return new Answer.Got<>(
        new ChainRuntime(
            version.path("specName").asString(""),
            RuntimeName.of(genesis, version),
            new ChainIdentity(
                HexFormat.of().parseHex(genesis, 2, genesis.length()), spec, transaction),
            metadata));
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
