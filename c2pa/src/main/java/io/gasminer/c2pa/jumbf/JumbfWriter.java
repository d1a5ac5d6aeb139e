package io.gasminer.c2pa.jumbf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Owns the writing of boxes, innermost first: each method gives one whole box. */
public final class JumbfWriter {
  private static final int HEADER = 8;
  private static final byte REQUESTABLE_AND_LABELLED = 0x03;
  private static final byte AND_PRIVATE = 0x10;

  private JumbfWriter() {}

  /** A box of any type with these bytes. */
  public static byte[] content(String type, byte[]... parts) {
    int size = HEADER;
    for (byte[] part : parts) {
      size = Math.addExact(size, part.length);
    }
    ByteBuffer box = ByteBuffer.allocate(size);
    box.putInt(size).put(type.getBytes(StandardCharsets.ISO_8859_1));
    for (byte[] part : parts) {
      box.put(part);
    }
    return box.array();
  }

  /** A superbox: the description, then the children, which are whole boxes. */
  public static byte[] superbox(String uuid, String label, byte[]... children) {
    return wrap(description(uuid, label, new byte[0]), children);
  }

  /** A superbox with a salt of at least 16 bytes, so that equal content has another hash. */
  public static byte[] salted(String uuid, String label, byte[] salt, byte[]... children) {
    return wrap(description(uuid, label, content("c2sh", salt)), children);
  }

  private static byte[] wrap(byte[] description, byte[]... children) {
    byte[][] parts = new byte[children.length + 1][];
    parts[0] = description;
    System.arraycopy(children, 0, parts, 1, children.length);
    return content("jumb", parts);
  }

  private static byte[] description(String uuid, String label, byte[] inner) {
    byte toggles =
        inner.length == 0
            ? REQUESTABLE_AND_LABELLED
            : (byte) (REQUESTABLE_AND_LABELLED | AND_PRIVATE);
    return content(
        "jumd",
        HexFormat.of().parseHex(uuid),
        new byte[] {toggles},
        label.getBytes(StandardCharsets.UTF_8),
        new byte[] {0},
        inner);
  }
}
