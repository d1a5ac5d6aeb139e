package io.gasminer.bittensor.wallet;

import io.gasminer.bittensor.blake2.Blake2b;
import io.gasminer.bittensor.sr25519.SecretKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Owns Substrate's secret URIs: {@code phrase-or-seed (//hard | /soft)* [///password]}.
 *
 * <p>An empty phrase is the well-known development phrase, so {@code //Alice} names a public key
 * pair.
 */
final class SecretUri {
  /** The public phrase of every development chain; it protects nothing. */
  static final String DEVELOPMENT_PHRASE =
      "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

  private static final Pattern URI =
      Pattern.compile(
          "(?<root>[^/]*)(?<path>(?://?[^/]++)*+)(///(?<password>.*))?", Pattern.DOTALL);
  private static final Pattern JUNCTION = Pattern.compile("/(/?)([^/]+)");

  private SecretUri() {}

  static SecretKey derive(String uri) {
    Matcher parts = URI.matcher(uri);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "this is no secret URI: expected <phrase>//hard/soft///password");
    }
    String password = Optional.ofNullable(parts.group("password")).orElse("");
    SecretKey key = root(parts.group("root"), password);
    Matcher junctions = JUNCTION.matcher(parts.group("path"));
    while (junctions.find()) {
      byte[] chainCode = chainCode(junctions.group(2));
      key = junctions.group(1).isEmpty() ? key.deriveSoft(chainCode) : key.deriveHard(chainCode);
    }
    return key;
  }

  private static SecretKey root(String root, String password) {
    Optional<byte[]> hex = hex(root);
    if (hex.isPresent()) {
      return hex.get().length == 32
          ? SecretKey.fromMiniSecret(hex.get())
          : SecretKey.fromExpanded(hex.get());
    }
    String phrase = root.isEmpty() ? DEVELOPMENT_PHRASE : root;
    byte[] seed =
        switch (Mnemonic.read(phrase)) {
          case Mnemonic.Read.Phrase(byte[] entropy) -> Mnemonic.miniSecret(entropy, password);
          case Mnemonic.Read.Wrong(String reason) ->
              throw new IllegalArgumentException(
                  "this is no secret URI: it does not start with a seed (0x and 64 hex digits),"
                      + " and read as a phrase it "
                      + reason);
        };
    SecretKey key = SecretKey.fromMiniSecret(seed);
    Arrays.fill(seed, (byte) 0);
    return key;
  }

  private static Optional<byte[]> hex(String root) {
    boolean fits = root.startsWith("0x") && (root.length() == 66 || root.length() == 130);
    if (!fits || !root.chars().skip(2).allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    return Optional.of(HexFormat.of().parseHex(root, 2, root.length()));
  }

  // A number is 8 bytes little endian, a text is SCALE-encoded; over 32 bytes its BLAKE2b-256
  // counts.
  private static byte[] chainCode(String junction) {
    byte[] code = new byte[32];
    if (junction.chars().allMatch(c -> c >= '0' && c <= '9') && junction.length() <= 20) {
      BigInteger number = new BigInteger(junction);
      if (number.bitLength() <= 64) {
        for (int i = 0; i < 8; i++) {
          code[i] = number.shiftRight(8 * i).byteValue();
        }
        return code;
      }
    }
    byte[] encoded = scaleText(junction.getBytes(StandardCharsets.UTF_8));
    if (encoded.length <= code.length) {
      System.arraycopy(encoded, 0, code, 0, encoded.length);
      return code;
    }
    return Blake2b.hash(32, encoded);
  }

  private static byte[] scaleText(byte[] text) {
    int length = text.length;
    byte[] prefix;
    if (length < 64) {
      prefix = new byte[] {(byte) (length << 2)};
    } else if (length < 1 << 14) {
      prefix = new byte[] {(byte) (length << 2 | 1), (byte) (length >> 6)};
    } else {
      int tagged = length << 2 | 2;
      prefix =
          new byte[] {
            (byte) tagged, (byte) (tagged >> 8), (byte) (tagged >> 16), (byte) (tagged >> 24)
          };
    }
    byte[] out = Arrays.copyOf(prefix, prefix.length + length);
    System.arraycopy(text, 0, out, prefix.length, length);
    return out;
  }
}
