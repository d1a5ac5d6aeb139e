package io.gasminer.gascli.probe;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.miner.config.Secret;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.http.Exchange;
import io.gasminer.miner.generation.http.VendorCall;
import io.gasminer.miner.generation.http.VendorHttp;
import io.gasminer.miner.generation.http.VendorJson;
import io.gasminer.miner.generation.http.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Owns the question whether a provider takes a key, and what that still pays for.
 *
 * @param within how long it may take
 */
public record KeyProbe(Duration within, InstantSource clock) {
  private static final String CREDITS = "/v1/credits";
  private static final Purse BOUGHT = Purse.dollars("data", "total_credits");
  private static final Purse USED = Purse.dollars("data", "total_usage");

  /** Asks. */
  public KeyAnswer ask(Provider provider, URI base, Secret key) {
    if (!key.reveal().strip().chars().allMatch(letter -> letter > 32 && letter < 127)) {
      return new KeyAnswer.Malformed();
    }
    VendorHttp http = provider.http(base, key, clock);
    Instant deadline = clock.instant().plus(within);
    return switch (get(http, provider.question(), deadline)) {
      case Exchange.Answered answer when answer.isSuccess() -> {
        Optional<Balance> told =
            provider.purse().flatMap(purse -> purse.in(VendorJson.read(answer.body())));
        yield new KeyAnswer.Accepted(
            told.isPresent() || !provider.equals(Provider.OPENROUTER)
                ? told
                : credits(http, deadline));
      }
      case Exchange.Answered answer ->
          refusal(provider, answer.status(), new Verdict("", http, clock).of(answer));
      case Exchange.NotSent(String reason) -> away("is not reached (" + plain(reason) + ")");
      case Exchange.Cut(String reason) -> away("does not answer (" + plain(reason) + ")");
      case Exchange.TooLarge(long cap) -> away("answers with more than " + (cap >> 20) + " MiB");
    };
  }

  private Exchange get(VendorHttp http, String path, Instant deadline) {
    return http.call(
        new VendorCall(
            path, Optional.empty(), "application/json", VendorCall.SMALL * 4, within, deadline));
  }

  // A key without a limit of its own spends the account's credits; not every key may ask for them.
  private Optional<Balance> credits(VendorHttp http, Instant deadline) {
    if (!(get(http, CREDITS, deadline) instanceof Exchange.Answered answer)
        || !answer.isSuccess()) {
      return Optional.empty();
    }
    JsonNode json = VendorJson.read(answer.body());
    return BOUGHT
        .in(json)
        .flatMap(
            all ->
                USED.in(json)
                    .map(gone -> new Balance(all.amount() - gone.amount(), all.unit(), 1)));
  }

  private static KeyAnswer refusal(Provider provider, int status, GenerationOutcome verdict) {
    return switch (verdict) {
      case GenerationOutcome.OperatorProblem(String reason) when status == 401 || status == 403 ->
          new KeyAnswer.Refused(plain(reason));
      case GenerationOutcome.OperatorProblem(String reason) ->
          new KeyAnswer.NoCredit(plain(reason));
      case GenerationOutcome.Unavailable(String reason, Duration _) -> away(plain(reason));
      default ->
          new KeyAnswer.Unknown("has no " + provider.question() + ": answered " + status, false);
    };
  }

  private static KeyAnswer away(String reason) {
    return new KeyAnswer.Unknown(reason, true);
  }

  // Some failures of the network have no words of their own.
  private static String plain(String reason) {
    return Lines.printable(reason).replace(": null", "").strip();
  }
}
