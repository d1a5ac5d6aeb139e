package io.gasminer.bittensor.wallet;

import io.gasminer.bittensor.sr25519.SecretKey;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.security.SecureRandom;

/**
 * Owns the miner's key: the only class that can reach the secret.
 *
 * <p>Thread-safe. {@code toString} shows the address and nothing else.
 */
public final class Hotkey {
  private final SecretKey secret;
  private final Ss58Address address;
  private final SecureRandom random;

  private Hotkey(SecretKey secret, SecureRandom random) {
    this.secret = secret;
    this.address = Ss58Address.of(secret.publicKey());
    this.random = random;
  }

  static Hotkey of(SecretKey secret) {
    return new Hotkey(secret, new SecureRandom());
  }

  /** The key of a 32-byte seed (mini secret). */
  public static Hotkey fromSeed(byte[] seed) {
    return of(SecretKey.fromMiniSecret(seed));
  }

  /**
   * The key that a secret URI names: {@code //Alice}, {@code <phrase>//hard/soft///password}.
   *
   * @throws IllegalArgumentException when the phrase is no BIP-39 phrase; the text does not repeat
   *     it
   */
  public static Hotkey fromUri(String uri) {
    return of(SecretUri.derive(uri));
  }

  /** The public side. */
  public Ss58Address address() {
    return address;
  }

  /** The sr25519 signature of the message, 64 bytes. */
  public byte[] sign(byte[] message) {
    return secret.sign(message, random);
  }

  /** Scalar and nonce seed as a hotkey file holds them; the caller wipes the array. */
  byte[] privateKeyForKeyfile() {
    return secret.expandedForKeyfile();
  }

  @Override
  public String toString() {
    return "Hotkey[" + address + "]";
  }
}
