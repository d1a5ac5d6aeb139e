package io.gasminer.bittensor.epistula;

import io.gasminer.bittensor.ss58.Ss58Address;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Owns the verification of requests to this miner (Epistula v2), cheap checks first.
 *
 * <p>Two stages, so that a body is only read for who may call: {@link #checkHeaders}, then {@link
 * Claimed#checkBody}. Thread-safe.
 */
public final class EpistulaVerifier {
  /** The total stake, in whole tokens, below which a signer is refused. */
  public static final double MINIMUM_STAKE = 20_000;

  private static final int SIGNATURE_BYTES = 64;

  private final Ss58Address self;
  private final SignerDirectory directory;
  private final boolean stakeMatters;
  private final KnownKeys keys = new KnownKeys();

  /** Verifies what is signed for {@code self} by neurons of the directory. */
  public EpistulaVerifier(Ss58Address self, SignerDirectory directory, boolean stakeMatters) {
    this.self = self;
    this.directory = directory;
    this.stakeMatters = stakeMatters;
  }

  /**
   * Checks all that needs no body, in the field's order. {@code arrival}: when the headers came.
   */
  public HeaderVerdict checkHeaders(HeaderLookup headers, Instant arrival) {
    if (!headers.first(Wire.VERSION).equals(Optional.of(Wire.CURRENT_VERSION))) {
      return new EpistulaFault.UnknownVersion();
    }
    String signedFor = headers.first(Wire.SIGNED_FOR).orElse("");
    if (!Ss58Address.parse(signedFor).equals(Optional.of(self))) {
      return new EpistulaFault.NotForSelf();
    }
    Optional<Signer> signer =
        headers.first(Wire.SIGNED_BY).flatMap(Ss58Address::parse).flatMap(directory::find);
    if (signer.isEmpty()) {
      return new EpistulaFault.UnknownSigner();
    }
    if (stakeMatters && signer.get().stake() < MINIMUM_STAKE) {
      return new EpistulaFault.StakeBelowMinimum(signer.get().stake());
    }
    return checkSigned(headers, arrival, signer.get(), signedFor);
  }

  private HeaderVerdict checkSigned(
      HeaderLookup headers, Instant arrival, Signer signer, String signedFor) {
    Optional<byte[]> signature = headers.first(Wire.SIGNATURE).flatMap(EpistulaVerifier::bytesOf);
    if (signature.isEmpty()) {
      return new EpistulaFault.Unreadable("Signature");
    }
    Optional<Timestamp> timestamp = headers.first(Wire.TIMESTAMP).flatMap(Timestamp::parse);
    if (timestamp.isEmpty()) {
      return new EpistulaFault.Unreadable("Timestamp");
    }
    Optional<String> uuid = headers.first(Wire.UUID);
    if (uuid.isEmpty()) {
      return new EpistulaFault.Unreadable("uuid");
    }
    Optional<EpistulaFault> outside = timestamp.get().outsideWindow(arrival);
    if (outside.isPresent()) {
      return outside.get();
    }
    return new Claimed(signer, timestamp.get(), uuid.get(), signedFor, signature.get(), keys);
  }

  private static Optional<byte[]> bytesOf(String hex) {
    if (!hex.toLowerCase(Locale.ROOT).startsWith("0x") || hex.length() != 2 + 2 * SIGNATURE_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(HexFormat.of().parseHex(hex, 2, hex.length()));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }
}
