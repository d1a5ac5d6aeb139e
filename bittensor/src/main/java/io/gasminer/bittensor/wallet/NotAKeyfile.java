package io.gasminer.bittensor.wallet;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Owns what is said about content that is not JSON; it quotes nothing of it. */
final class NotAKeyfile {
  private NotAKeyfile() {}

  static String reason(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      return "the file is empty. Next step: restore it from a copy, or from the phrase (gascli"
          + " wallet regen-hotkey)";
    }
    if (text.startsWith("\ufeff")) {
      return "the file begins with a byte order mark, which the official wallet refuses as well."
          + " Next step: save it as UTF-8 without one";
    }
    String digits = text.startsWith("0x") ? text.substring(2) : text;
    if ((digits.length() == 64 || digits.length() == 128)
        && digits.chars().allMatch(HexFormat::isHexDigit)) {
      return "the file is not JSON but a bare key in hex, which the official wallet refuses as"
          + " well. Next step: write it as {\"secretSeed\": \"0x…\"} (64 digits) or"
          + " {\"privateKey\": \"0x…\"} (128)";
    }
    if (Mnemonic.read(text) instanceof Mnemonic.Read.Phrase) {
      return "the file is not JSON but a bare phrase, which the official wallet refuses as well."
          + " Next step: gascli wallet regen-hotkey, which asks for the phrase";
    }
    return text.startsWith("{")
        ? "the file is cut short or damaged: its JSON is not whole. Next step: restore it from a"
            + " copy, or from the phrase (gascli wallet regen-hotkey)"
        : "the file is not JSON";
  }
}
