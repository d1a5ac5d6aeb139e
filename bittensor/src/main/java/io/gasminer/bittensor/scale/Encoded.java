package io.gasminer.bittensor.scale;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Owns what came of encoding. */
public sealed interface Encoded {
  /** The bytes; two are equal when their bytes are. The array is not copied. */
  record Bytes(byte[] value) implements Encoded {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return "0x" + HexFormat.of().formatHex(value);
    }
  }

  /**
   * The value does not fit what the runtime asks for: the caller's fault, or the runtime changed.
   * Nothing was written; the reason is for people.
   */
  record Refused(String path, String reason) implements Encoded {
    @Override
    public String toString() {
      return (path.isEmpty() ? "" : path + ": ") + reason;
    }
  }

  /** The bytes, where there are any. */
  default Optional<byte[]> bytes() {
    return this instanceof Bytes bytes ? Optional.of(bytes.value()) : Optional.empty();
  }
}
