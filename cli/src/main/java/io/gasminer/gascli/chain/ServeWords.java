package io.gasminer.gascli.chain;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.bittensor.chain.ServeOutcome;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.gascli.paper.Spans;
import io.gasminer.miner.config.MinerConfig;
import java.time.Duration;
import java.util.Optional;

/** Owns what the operator is told about an announcement, before it and after it. */
public record ServeWords(MinerConfig.Chain settings, Axon wanted) {
  /** What the chain says now, and what it would say. */
  public String before(Optional<Axon> announced, Ss58Address hotkey) {
    return String.join(
        System.lineSeparator(),
        "hotkey:     " + hotkey + " on subnet " + settings.netuid(),
        "announced:  " + announced.map(ServeWords::axon).orElse("nothing"),
        "wanted:     " + axon(wanted) + reach());
  }

  /** What sending would do. */
  public String wouldSend() {
    return "the chain would be told " + wanted.place() + " for subnet " + settings.netuid() + ".";
  }

  /** The question before sending. */
  public String question() {
    return "Announce " + wanted.place() + " on subnet " + settings.netuid() + "?";
  }

  /** What came of it, what that means, and what to do next. */
  public String of(ServeOutcome outcome) {
    return switch (outcome) {
      case ServeOutcome.Unchanged(Axon announced) ->
          "The chain says so already (since block " + announced.block() + "); nothing was sent.";
      case ServeOutcome.Served(Axon announced, String block) ->
          "The chain says it now: " + announced.place() + ", final in block " + block + ".";
      case ServeOutcome.NotRegistered() ->
          ("this hotkey is not registered on subnet %d, so nothing can be announced and nothing was"
                  + " sent. Next step: btcli subnets register --netuid %d --wallet.name %s"
                  + " --wallet.hotkey %s")
              .formatted(
                  settings.netuid(),
                  settings.netuid(),
                  settings.wallet().folder().path().getFileName(),
                  settings.wallet().hotkey());
      case ServeOutcome.TooSoon(long blocks, Duration about) ->
          ("this hotkey announced an address a short while ago, and the chain takes the next one in"
                  + " %d blocks (about %s); nothing was sent. Next step: the same command then")
              .formatted(blocks, Spans.words(about));
      case ServeOutcome.Refused(String reason) ->
          "the chain does not take it, and says what it said before: "
              + reason
              + ". Next step: mend that, then the same command again";
      case ServeOutcome.Uncertain(String reason) ->
          "it was sent, and whether it took effect is not known: "
              + reason
              + ". Next step: gascli chain serve-axon --dry-run in a minute shows what the chain"
              + " says; sending again does no harm";
    };
  }

  private String reach() {
    return wanted.address().isSiteLocalAddress()
        ? " (a private address: validators on the internet cannot reach it)"
        : "";
  }

  private static String axon(Axon axon) {
    return "%s, protocol %d, version %d".formatted(axon.place(), axon.protocol(), axon.version());
  }
}
