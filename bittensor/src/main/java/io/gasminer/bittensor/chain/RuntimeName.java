package io.gasminer.bittensor.chain;

import io.gasminer.bittensor.metadata.Constant;
import io.gasminer.bittensor.metadata.RuntimeMetadata;
import io.gasminer.bittensor.scale.Decoded;
import io.gasminer.bittensor.scale.ScaleValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/**
 * Names one runtime of one chain, by everything that a node says of its version.
 *
 * @param text fit for a file's name
 */
record RuntimeName(long specVersion, String text) {
  private static final int CHARACTERS = 32;

  static RuntimeName of(String genesis, JsonNode version) {
    long spec = version.path("specVersion").asLong(-1);
    byte[] said = (genesis + version).getBytes(StandardCharsets.UTF_8);
    String digest = HexFormat.of().formatHex(sha256(said)).substring(0, CHARACTERS);
    return new RuntimeName(spec, "runtime-" + spec + "-" + digest);
  }

  /** Whether a description says of itself that it is of this version. */
  boolean isOf(RuntimeMetadata metadata) {
    return metadata
        .constant("System", "Version")
        .found()
        .map(Constant::value)
        .filter(Decoded.Value.class::isInstance)
        .flatMap(value -> ((Decoded.Value) value).value().field("spec_version"))
        .flatMap(ScaleValue::asLong)
        .filter(spec -> spec == specVersion)
        .isPresent();
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
