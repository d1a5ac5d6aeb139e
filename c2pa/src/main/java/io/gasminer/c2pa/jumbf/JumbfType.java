package io.gasminer.c2pa.jumbf;

/** Owns the content types of C2PA superboxes, in hexadecimal (specification §11.1). */
public final class JumbfType {
  private static final String SUFFIX = "00110010800000aa00389b71";

  /** {@code c2pa}: the manifest store. */
  public static final String STORE = "63327061" + SUFFIX;

  /** {@code c2ma}: a manifest. */
  public static final String MANIFEST = "63326d61" + SUFFIX;

  /** {@code c2um}: an update manifest. */
  public static final String UPDATE_MANIFEST = "6332756d" + SUFFIX;

  /** {@code c2cm}: a compressed manifest. */
  public static final String COMPRESSED_MANIFEST = "6332636d" + SUFFIX;

  /** {@code c2cl}: a claim. */
  public static final String CLAIM = "6332636c" + SUFFIX;

  /** {@code c2cs}: a claim signature. */
  public static final String SIGNATURE = "63326373" + SUFFIX;

  /** {@code c2as}: an assertion store. */
  public static final String ASSERTIONS = "63326173" + SUFFIX;

  /** {@code c2db}: a data box store. */
  public static final String DATA_BOXES = "63326462" + SUFFIX;

  /** {@code c2vc}: a credential store. */
  public static final String CREDENTIALS = "63327663" + SUFFIX;

  /** {@code cbor} content. */
  public static final String CBOR = "63626f72" + SUFFIX;

  /** {@code json} content. */
  public static final String JSON = "6a736f6e" + SUFFIX;

  /** {@code uuid} content. */
  public static final String UUID = "75756964" + SUFFIX;

  /** An embedded file. */
  public static final String EMBEDDED_FILE = "40cb0c32bb8a489da70b2ad6f47f4369";

  private JumbfType() {}
}
