package io.gasminer.gascli.setup;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.gascli.chain.ChainLook;
import io.gasminer.gascli.chain.ChainSession;
import io.gasminer.gascli.chain.StatusReport;
import io.gasminer.gascli.paper.Spans;
import io.gasminer.miner.config.MinerConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalInt;

/** Owns what a setup asks the chain; that it cannot be reached today is no reason to give up. */
record ChainCheck(InstantSource clock, Duration patience) {
  Finding answers(MinerConfig.Chain chain) {
    try (ChainSession session = ChainSession.open(chain.endpoints(), patience)) {
      return switch (session.look()) {
        case Answer.Unavailable<ChainLook>(String reason) -> new Finding.Doubtful(reason);
        case Answer.Got<ChainLook>(ChainLook look) -> answered(look);
      };
    }
  }

  private Finding answered(ChainLook look) {
    StatusReport report = new StatusReport(look, clock.instant());
    String words = look.endpoint().label() + " answers: block " + look.status().block();
    return report.isStale()
        ? new Finding.Doubtful(
            "%s, %s old; one is made every 12 s, so this node is behind"
                .formatted(words, Spans.words(report.age())))
        : new Finding.Fine(words + ", " + Math.max(0, report.age().toSeconds()) + " s old");
  }

  Finding knows(MinerConfig.Chain chain, Ss58Address hotkey) {
    try (ChainSession session = ChainSession.open(chain.endpoints(), patience)) {
      return switch (session.ask(asked -> asked.uid(chain.netuid(), hotkey))) {
        case Answer.Unavailable<OptionalInt>(String reason) ->
            new Finding.Doubtful("whether the hotkey is registered is not known: " + reason);
        case Answer.Got<OptionalInt>(OptionalInt uid) ->
            uid.isPresent()
                ? new Finding.Fine(
                    "registered on subnet " + chain.netuid() + " as uid " + uid.getAsInt())
                : new Finding.Doubtful(
                    "the hotkey is not registered on subnet "
                        + chain.netuid()
                        + ", so no validator will call it. Next step, before the start:"
                        + " btcli subnets register --netuid "
                        + chain.netuid());
      };
    }
  }
}
