package io.gasminer.bittensor.fuzz;

import io.gasminer.bittensor.epistula.Claimed;
import io.gasminer.bittensor.epistula.EpistulaVerifier;
import io.gasminer.bittensor.epistula.HeaderLookup;
import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.metadata.Parsed;
import io.gasminer.bittensor.metadata.RuntimeApiMethod;
import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.rpc.FrameFeed;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.HotkeyFile;
import io.gasminer.testkit.fuzz.FuzzTarget;
import io.gasminer.testkit.fuzz.FuzzTargets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns what is fed with hostile bytes: all that reads what others say. */
public final class BittensorTargets implements FuzzTargets {
  private static final EpistulaVerifier VERIFIER =
      new EpistulaVerifier(
          Seeds.BOB.address(), hotkey -> Optional.of(new Signer(hotkey, 0, 1_000_000, true)), true);

  /** All of them; those for a real runtime's types only where its description is at hand. */
  @Override
  public List<FuzzTarget> all() {
    List<FuzzTarget> all = new ArrayList<>();
    Seeds.described()
        .map(RuntimeMetadata::parse)
        .ifPresent(
            parsed -> {
              if (parsed instanceof Parsed.Known(RuntimeMetadata runtime)) {
                answer(runtime, "NeuronInfoRuntimeApi", "get_neurons_lite").ifPresent(all::add);
                answer(runtime, "SubnetInfoRuntimeApi", "get_metagraph").ifPresent(all::add);
                answer(runtime, "SubnetInfoRuntimeApi", "get_selective_metagraph")
                    .ifPresent(all::add);
              }
            });
    all.add(new FuzzTarget("metadata", Seeds::metadata, RuntimeMetadata::parse));
    all.add(new FuzzTarget("frame", Seeds::frames, bytes -> FrameFeed.feed(text(bytes))));
    all.add(new FuzzTarget("hotkey", Seeds::hotkeys, HotkeyFile::parse));
    all.add(new FuzzTarget("ss58", Seeds::addresses, bytes -> Ss58Address.parse(text(bytes))));
    all.add(new FuzzTarget("epistula", Seeds::headers, BittensorTargets::headers));
    return all;
  }

  private static Optional<FuzzTarget> answer(RuntimeMetadata runtime, String api, String method) {
    Optional<RuntimeApiMethod> found = runtime.runtimeApi(api, method).found();
    return found.map(
        call ->
            new FuzzTarget(method.replace('_', '-'), () -> Seeds.answers(method), call::decode));
  }

  private static void headers(byte[] bytes) {
    List<String> lines = text(bytes).lines().toList();
    HeaderLookup lookup =
        name ->
            lines.stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    if (VERIFIER.checkHeaders(lookup, Seeds.NOW) instanceof Claimed claimed) {
      claimed.checkBody(Seeds.BODY);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
