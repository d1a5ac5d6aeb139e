package io.gasminer.gascli.models;

/** Owns what the gate's warnings mean for who reads them; what is not known is told as it is. */
final class WarningWords {
  private WarningWords() {}

  static String of(String warning) {
    return switch (warning) {
      case "unknown_provider_profile" ->
          "validators keep no profile of this provider, which hurts nothing";
      case "missing_claim_generator" -> "the manifest names no software that made it";
      case "missing_ai_source_assertion", "no_ai_source" ->
          "the manifest does not say that it is the work of AI";
      case "next_reader_refuses" ->
          "the next version of the validators' library would refuse it: audit again after their"
              + " update";
      default -> warning;
    };
  }
}
