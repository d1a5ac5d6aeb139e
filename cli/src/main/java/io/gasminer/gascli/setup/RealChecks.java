package io.gasminer.gascli.setup;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import io.gasminer.gascli.chain.AxonFlags;
import io.gasminer.gascli.probe.DoorKnock;
import io.gasminer.gascli.probe.KeyProbe;
import io.gasminer.gascli.probe.PortProbe;
import io.gasminer.gascli.probe.Provider;
import io.gasminer.miner.config.MinerConfig;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.config.WalletSettings;
import io.gasminer.miner.wallet.HotkeyLoading;
import io.gasminer.miner.wallet.Prompt;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Owns the checks as they are made on this machine, over its network.
 *
 * @param patience how long the chain or a vendor may take
 * @param internet finds the address that the internet sees, for an axon at that port
 */
public record RealChecks(
    InstantSource clock, Duration patience, IntFunction<AxonFlags.Wanted> internet)
    implements Checks {
  private static final Duration KNOCK = Duration.ofSeconds(3);

  @Override
  public Finding chain(MinerConfig.Chain chain) {
    return new ChainCheck(clock, patience).answers(chain);
  }

  @Override
  public Finding registration(MinerConfig.Chain chain, Ss58Address hotkey) {
    return new ChainCheck(clock, patience).knows(chain, hotkey);
  }

  @Override
  public WalletLook wallet(WalletSettings wallet, Prompt prompt) {
    List<String> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Optional<Hotkey> hotkey = new HotkeyLoading(wallet, prompt, notes::add).load(problems);
    Finding finding =
        hotkey
            .map(key -> loaded(key, notes))
            .orElseGet(() -> new Finding.Wrong(String.join("; ", problems)));
    return new WalletLook(finding, hotkey.map(Hotkey::address));
  }

  // A wrong password that a right one followed is no longer worth a word.
  private static Finding loaded(Hotkey key, List<String> notes) {
    List<String> lasting = notes.stream().filter(note -> !note.startsWith("this is not")).toList();
    return lasting.isEmpty()
        ? new Finding.Fine("the hotkey loads and can sign: " + key.address())
        : new Finding.Doubtful(
            "the hotkey " + key.address() + " loads, but: " + String.join("; ", lasting));
  }

  @Override
  public Finding key(Provider provider, URI base, Secret key) {
    return KeyFinding.of(provider, new KeyProbe(patience, clock).ask(provider, base, key));
  }

  @Override
  public Finding port(String address, int port) {
    PortProbe probe = new PortProbe(new DoorKnock(KNOCK), Path.of("/proc"));
    return PortFinding.of(address, port, probe.at(address, port));
  }

  @Override
  public Finding externalAddress(Optional<String> address, int port) {
    AxonFlags.Wanted wanted =
        address.map(given -> AxonFlags.at(given, port)).orElseGet(() -> internet.apply(port));
    return switch (wanted) {
      case AxonFlags.Wanted.Known(var axon) ->
          new Finding.Fine(
              (address.isPresent() ? "validators will be told " : "the internet sees ")
                  + axon.place());
      case AxonFlags.Wanted.Unusable(String problem) ->
          address.isPresent() ? new Finding.Wrong(problem) : new Finding.Doubtful(problem);
    };
  }

  @Override
  public Finding folder(Path folder) {
    return FolderCheck.of(folder);
  }
}
