package io.gasminer.bittensor.epistula;

import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.bittensor.wallet.Hotkey;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Owns the signing of what we send (Epistula v2).
 *
 * <p>Thread-safe. Each call signs anew, with the time of the call.
 */
public final class EpistulaSigner {
  private final Hotkey hotkey;
  private final InstantSource clock;
  private final Supplier<String> uuids;

  /** Signs with the hotkey, at the clock's time, each message under a fresh UUID. */
  public EpistulaSigner(Hotkey hotkey, InstantSource clock, Supplier<String> uuids) {
    this.hotkey = hotkey;
    this.clock = clock;
    this.uuids = uuids;
  }

  /** The headers for a body, signed for a receiver or for nobody. */
  public SignedHeaders sign(byte[] body, Optional<Ss58Address> signedFor) {
    return sign(body, signedFor, clock.millis(), uuids.get());
  }

  SignedHeaders sign(byte[] body, Optional<Ss58Address> signedFor, long timestamp, String uuid) {
    String receiver = signedFor.map(Ss58Address::toString).orElse("");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(Wire.VERSION, Wire.CURRENT_VERSION);
    headers.put(Wire.TIMESTAMP, Long.toString(timestamp));
    headers.put(Wire.UUID, uuid);
    headers.put(Wire.SIGNED_BY, hotkey.address().toString());
    headers.put(
        Wire.SIGNATURE, signature(Wire.message(body, uuid, Long.toString(timestamp), receiver)));
    if (signedFor.isPresent()) {
      headers.put(Wire.SIGNED_FOR, receiver);
      long interval = Wire.intervalOf(timestamp);
      for (int i = 0; i < 3; i++) {
        headers.put(
            Wire.SECRET_SIGNATURE + i, signature(Wire.secretMessage(interval - 1 + i, receiver)));
      }
    }
    return new SignedHeaders(headers);
  }

  private String signature(String text) {
    return "0x" + HexFormat.of().formatHex(hotkey.sign(Wire.utf8(text)));
  }
}
