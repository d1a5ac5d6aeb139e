package io.gasminer.gascli.performance;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Owns what the API is asked.
 *
 * @param api its base address
 * @param modality which media the rate of fooled detectors is about; empty for all
 * @param lookbackDays how far back that rate goes
 */
public record PerformanceQuestion(URI api, Optional<String> modality, int lookbackDays) {
  /** The whole address. */
  URI address() {
    return URI.create(
        api
            + "/api/v1/generator/performance?"
            + modality.map(word -> "modality=" + word + "&").orElse("")
            + "lookback_days="
            + lookbackDays);
  }

  /**
   * Why it cannot be asked there: the signature, and with it the hotkey, may travel openly only
   * within this machine.
   */
  public Optional<String> objection() {
    String scheme = String.valueOf(api.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(api.getHost());
    if (api.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      return Optional.of(
          "'" + api + "' is no http or https address; write it as https://gas.bitmind.ai");
    }
    if (api.getRawQuery() != null || api.getRawFragment() != null || api.getUserInfo() != null) {
      return Optional.of(
          "the address of " + host + " may hold no ?, # or @; the question is added to it");
    }
    boolean here =
        host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    return scheme.equals("http") && !here
        ? Optional.of(
            "over http:// the signed request could be read and sent again by anyone on the way to "
                + host
                + "; write https://")
        : Optional.empty();
  }
}
