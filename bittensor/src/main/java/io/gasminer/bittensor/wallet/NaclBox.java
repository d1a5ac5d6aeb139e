package io.gasminer.bittensor.wallet;

import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Owns the encryption {@code $NACL}: nonce (24), authenticator (16), ciphertext; XSalsa20-Poly1305
 * under a key that argon2i makes in 8 passes over 512 MiB from the password and a salt that is the
 * same for all.
 */
final class NaclBox {
  private static final byte[] START = {'$', 'N', 'A', 'C', 'L'};
  private static final byte[] SALT = HexFormat.of().parseHex("137183dff15a09bc9c90b5518739e9b1");
  private static final Argon2i.Cost SENSITIVE = new Argon2i.Cost(8, 512 * 1024);
  private static final long NEEDED = 640L << 20;
  private static final int NONCE = 24;
  private static final int TAG = 16;
  private static final int KEY = 32;

  private NaclBox() {}

  static Opened open(byte[] content, byte[] password) {
    return open(content, password, SENSITIVE);
  }

  static Opened open(byte[] content, byte[] password, Argon2i.Cost cost) {
    int header = START.length + NONCE + TAG;
    if (content.length <= header) {
      return new Opened.Broken(
          "it is cut short: %d bytes, where the encryption alone takes %d"
              .formatted(content.length, header));
    }
    if (memoryOfTheMachine() < NEEDED) {
      return noMemory();
    }
    byte[] key;
    try {
      key = Argon2i.key(password, SALT, cost, KEY);
    } catch (OutOfMemoryError refused) {
      return noMemory();
    }
    byte[] nonce = Arrays.copyOfRange(content, START.length, START.length + NONCE);
    byte[] tag = Arrays.copyOfRange(content, START.length + NONCE, header);
    byte[] text = Arrays.copyOfRange(content, header, content.length);
    XSalsa20Engine stream = stream(key, nonce);
    if (!MessageDigest.isEqual(tag, tag(stream, text))) {
      return new Opened.WrongPassword();
    }
    stream.processBytes(text, 0, text.length, text, 0);
    return new Opened.Plain(text);
  }

  /**
   * The content, encrypted as the official wallet does.
   *
   * @throws OutOfMemoryError when the system gives no 512 MiB
   */
  static byte[] seal(byte[] plain, byte[] password, SecureRandom random) {
    return seal(plain, password, random, SENSITIVE);
  }

  static byte[] seal(byte[] plain, byte[] password, SecureRandom random, Argon2i.Cost cost) {
    byte[] key = Argon2i.key(password, SALT, cost, KEY);
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    XSalsa20Engine stream = stream(key, nonce);
    byte[] tagKey = tagKey(stream);
    byte[] text = new byte[plain.length];
    stream.processBytes(plain, 0, plain.length, text, 0);
    byte[] sealed = Arrays.copyOf(START, START.length + NONCE + TAG + text.length);
    System.arraycopy(nonce, 0, sealed, START.length, NONCE);
    System.arraycopy(authenticator(tagKey, text), 0, sealed, START.length + NONCE, TAG);
    System.arraycopy(text, 0, sealed, START.length + NONCE + TAG, text.length);
    return sealed;
  }

  // The engine keeps a copy of the key until it is collected; this one ends here.
  private static XSalsa20Engine stream(byte[] key, byte[] nonce) {
    XSalsa20Engine stream = new XSalsa20Engine();
    stream.init(true, new ParametersWithIV(new KeyParameter(key), nonce));
    Arrays.fill(key, (byte) 0);
    return stream;
  }

  private static byte[] tag(XSalsa20Engine stream, byte[] text) {
    return authenticator(tagKey(stream), text);
  }

  // NaCl's secretbox: the first 32 bytes of the key stream are the authenticator's key.
  private static byte[] tagKey(XSalsa20Engine stream) {
    byte[] tagKey = new byte[KEY];
    stream.processBytes(tagKey, 0, KEY, tagKey, 0);
    return tagKey;
  }

  private static byte[] authenticator(byte[] tagKey, byte[] text) {
    Poly1305 poly1305 = new Poly1305();
    poly1305.init(new KeyParameter(tagKey));
    poly1305.update(text, 0, text.length);
    byte[] tag = new byte[TAG];
    poly1305.doFinal(tag, 0);
    Arrays.fill(tagKey, (byte) 0);
    return tag;
  }

  private static Opened noMemory() {
    return new Opened.NoMemory(
        "its key takes 512 MiB of memory for some seconds, and this machine or container does not"
            + " give them");
  }

  private static long memoryOfTheMachine() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Long.MAX_VALUE;
  }
}
