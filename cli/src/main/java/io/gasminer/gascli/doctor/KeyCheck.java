package io.gasminer.gascli.doctor;

import io.gasminer.gascli.paper.Lines;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.http.Exchange;
import io.gasminer.miner.generation.http.VendorCall;
import io.gasminer.miner.generation.http.VendorHttp;
import io.gasminer.miner.generation.http.VendorJson;
import io.gasminer.miner.generation.http.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether a provider accepts the key, and how much it still pays for; nothing is bought. */
record KeyCheck(ProviderKey key, Duration within, InstantSource clock) implements Check {
  private static final double LITTLE_USD = 5;
  private static final String CREDITS = "/v1/credits";

  @Override
  public String subject() {
    return "key " + key.provider();
  }

  @Override
  public List<Finding> look() {
    if (!key.key().reveal().strip().chars().allMatch(letter -> letter > 32 && letter < 127)) {
      return List.of(refused(key.setting() + " holds a blank or a letter that no key has"));
    }
    VendorHttp http = new VendorHttp(key.base(), key.key(), key.headers(), clock);
    return List.of(
        switch (ask(http, key.question())) {
          case Exchange.Answered answer when answer.isSuccess() -> accepted(http, answer);
          case Exchange.Answered answer -> notAccepted(http, answer);
          case Exchange.NotSent(String reason) ->
              away(key.provider() + " is not reached (" + plain(reason) + ")");
          case Exchange.Cut(String reason) ->
              away(key.provider() + " does not answer (" + plain(reason) + ")");
          case Exchange.TooLarge(long cap) ->
              away(key.provider() + " answers with more than " + Sizes.words(cap));
        });
  }

  private Exchange ask(VendorHttp http, String path) {
    return http.call(
        new VendorCall(
            path,
            Optional.empty(),
            "application/json",
            VendorCall.SMALL * 4,
            within,
            clock.instant().plus(within)));
  }

  private Finding accepted(VendorHttp http, Exchange.Answered answer) {
    Optional<Double> left =
        key.balance()
            .flatMap(balance -> number(VendorJson.read(answer.body()), balance.field()))
            .or(() -> credits(http));
    if (left.isEmpty()) {
      return new Finding.Ok(
          key.setting() + " is accepted" + (key.balance().isPresent() ? "; no limit is told" : ""));
    }
    double perDollar = key.balance().map(ProviderKey.Balance::unitsPerDollar).orElse(1.0);
    String unit = key.balance().map(ProviderKey.Balance::unit).orElse("USD");
    String what =
        key.setting()
            + " is accepted; "
            + String.format(Locale.ROOT, "%.2f", left.get()).replace(".00", "")
            + " "
            + unit
            + " are left";
    if (left.get() <= 0 && key.used()) {
      return Finding.lasting(what, "nothing can be bought", "buy credits at " + key.provider());
    }
    return left.get() / perDollar < LITTLE_USD && key.used()
        ? new Finding.Warning(
            what,
            "they last for a few results only, and then every challenge fails",
            "buy credits at " + key.provider() + ", or raise the limit of the key")
        : new Finding.Ok(what);
  }

  // A key without a limit of its own spends the account's credits; not every key may ask for them.
  private Optional<Double> credits(VendorHttp http) {
    if (!key.provider().equals("openrouter")
        || !(ask(http, CREDITS) instanceof Exchange.Answered answer)
        || !answer.isSuccess()) {
      return Optional.empty();
    }
    JsonNode json = VendorJson.read(answer.body());
    Optional<Double> bought = number(json, List.of("data", "total_credits"));
    Optional<Double> used = number(json, List.of("data", "total_usage"));
    return bought.flatMap(all -> used.map(gone -> all - gone));
  }

  private static Optional<Double> number(JsonNode root, List<String> field) {
    JsonNode at = root;
    for (String name : field) {
      at = at.path(name);
    }
    return at.isNumber() && Double.isFinite(at.doubleValue())
        ? Optional.of(at.doubleValue())
        : Optional.empty();
  }

  private Finding notAccepted(VendorHttp http, Exchange.Answered answer) {
    return switch (new Verdict(key.provider(), http, clock).of(answer)) {
      case GenerationOutcome.OperatorProblem(String reason) ->
          refused(Lines.printable(reason) + " to " + key.setting());
      case GenerationOutcome.Unavailable(String reason, Duration _) ->
          away(Lines.printable(reason));
      default ->
          new Finding.Warning(
              key.provider() + " at " + key.base() + " has no " + key.question(),
              "whether it accepts the key is not known; a gateway may not have that question",
              "look whether the address is right; the first challenge will tell");
    };
  }

  // Some failures of the network have no words of their own.
  private static String plain(String reason) {
    return Lines.printable(reason).replace(": null", "");
  }

  private Finding refused(String what) {
    String next = "make a new key at " + key.provider() + " and put it into " + key.setting();
    return key.used()
        ? Finding.lasting(what, "every challenge that needs it fails", next)
        : new Finding.Warning(what, "no configured service needs it today", next);
  }

  private Finding away(String what) {
    String next = "look at this machine's network and at the provider's status page";
    return key.used()
        ? Finding.passing(what, "whether it accepts " + key.setting() + " is not known", next)
        : new Finding.Warning(what, "no configured service needs it today", next);
  }
}
