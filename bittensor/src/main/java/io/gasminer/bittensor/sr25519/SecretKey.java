package io.gasminer.bittensor.sr25519;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Owns one sr25519 secret: the scalar, and the seed of nonces.
 *
 * <p>Nothing here prints it. Immutable until {@link #wipe}; signing is thread-safe and constant
 * time.
 */
public final class SecretKey {
  private final byte[] scalar;
  private final byte[] nonce;
  private final byte[] publicKey;

  private SecretKey(byte[] scalar, byte[] nonce) {
    this.scalar = scalar;
    this.nonce = nonce;
    this.publicKey = Ristretto.encode(FixedBase.generator().times(scalar));
  }

  /** The key of a 32-byte mini secret, expanded as Ed25519 does (schnorrkel's Ed25519 mode). */
  public static SecretKey fromMiniSecret(byte[] seed) {
    if (seed.length != 32) {
      throw new IllegalArgumentException("a mini secret has 32 bytes, not " + seed.length);
    }
    byte[] hash = sha512(seed);
    byte[] scalar = Arrays.copyOf(hash, 32);
    scalar[0] &= (byte) 0xf8;
    scalar[31] &= 0x3f;
    scalar[31] |= 0x40;
    divideByCofactor(scalar);
    byte[] nonce = Arrays.copyOfRange(hash, 32, 64);
    Arrays.fill(hash, (byte) 0);
    return new SecretKey(scalar, nonce);
  }

  /**
   * The key of 64 bytes, a canonical scalar and a nonce seed, as Bittensor writes {@code
   * privateKey}.
   *
   * @throws IllegalArgumentException when there are not 64 bytes or the scalar is not below the
   *     order
   */
  public static SecretKey fromExpanded(byte[] expanded) {
    if (expanded.length != 64) {
      throw new IllegalArgumentException("a private key has 64 bytes, not " + expanded.length);
    }
    byte[] scalar = Arrays.copyOf(expanded, 32);
    if (!Scalar.isCanonical(scalar)) {
      throw new IllegalArgumentException("the private key's scalar is not canonical");
    }
    return new SecretKey(scalar, Arrays.copyOfRange(expanded, 32, 64));
  }

  /** The 32 bytes that the world knows this key by. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** Schnorrkel's signature of the message in context {@code substrate}: 64 bytes. */
  public byte[] sign(byte[] message, SecureRandom random) {
    Transcript transcript = SigningContext.of(message, publicKey);
    byte[] fresh = new byte[32];
    random.nextBytes(fresh);
    byte[] wide = transcript.witness("signing", nonce, fresh, 64);
    byte[] r = Scalar.reduced(wide);
    byte[] commitment = Ristretto.encode(FixedBase.generator().times(r));
    byte[] k = SigningContext.challenge(transcript, commitment);
    byte[] s = Scalar.multipliedAndAdded(k, scalar, r);
    byte[] signature = Arrays.copyOf(commitment, 64);
    System.arraycopy(s, 0, signature, 32, 32);
    signature[63] |= (byte) 0x80;
    Arrays.fill(wide, (byte) 0);
    Arrays.fill(r, (byte) 0);
    return signature;
  }

  /** The child by a hard junction: a new mini secret (schnorrkel's HDKD). */
  public SecretKey deriveHard(byte[] chainCode) {
    Transcript transcript =
        new Transcript("SchnorrRistrettoHDKD")
            .append("sign-bytes", new byte[0])
            .append("chain-code", chainCode)
            .append("secret-key", scalar);
    byte[] mini = transcript.challenge("HDKD-hard", 32);
    SecretKey child = fromMiniSecret(mini);
    Arrays.fill(mini, (byte) 0);
    return child;
  }

  /** The child by a soft junction: the same public key that anyone can derive from the parent's. */
  public SecretKey deriveSoft(byte[] chainCode) {
    Transcript transcript =
        new Transcript("SchnorrRistrettoHDKD")
            .append("sign-bytes", new byte[0])
            .append("chain-code", chainCode)
            .append("public-key", publicKey);
    byte[] step = Scalar.reduced(transcript.challenge("HDKD-scalar", 64));
    // Any secret nonce seed serves: it only has to be unknown and bound to this child.
    byte[] childNonce = transcript.witness("HDKD-nonce", nonce, chainCode, 32);
    return new SecretKey(Scalar.sum(scalar, step), childNonce);
  }

  /** Overwrites the secret; the key cannot sign afterwards. */
  public void wipe() {
    Arrays.fill(scalar, (byte) 0);
    Arrays.fill(nonce, (byte) 0);
  }

  /** The scalar and the nonce seed, 64 bytes: for writing a hotkey file. The caller wipes them. */
  public byte[] expandedForKeyfile() {
    byte[] expanded = Arrays.copyOf(scalar, 64);
    System.arraycopy(nonce, 0, expanded, 32, 32);
    return expanded;
  }

  @Override
  public String toString() {
    return "SecretKey[•••]";
  }

  private static void divideByCofactor(byte[] scalar) {
    int low = 0;
    for (int i = 31; i >= 0; i--) {
      int value = scalar[i] & 0xff;
      scalar[i] = (byte) ((value >> 3) | low);
      low = (value & 7) << 5;
    }
  }

  private static byte[] sha512(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(input);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
