package io.gasminer.c2pa.jumbf;

import io.gasminer.c2pa.cbor.Span;
import io.gasminer.c2pa.jumbf.JumbfParser.BoxHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Owns the parsing of description boxes: requestable, labelled, filled to the last byte. */
final class DescriptionParser {
  private static final int HEADER = 8;
  private static final int UUID = 16;
  private static final int REQUESTABLE_AND_LABELLED = 0x03;
  private static final int HAS_ID = 0x04;
  private static final int HAS_HASH = 0x08;
  private static final int HAS_PRIVATE = 0x10;

  private final ByteBuffer source;

  DescriptionParser(ByteBuffer source) {
    this.source = source;
  }

  Description parse(int start, int limit) throws MalformedJumbf {
    BoxHeader header = BoxHeader.read(source, start, limit);
    if (!header.type().equals("jumd")
        || header.length() != HEADER
        || header.size() > limit - start
        || header.size() < HEADER + UUID + 2) {
      throw new MalformedJumbf("no description where one must be", start);
    }
    int end = start + (int) header.size();
    byte[] uuid = new byte[UUID];
    source.get(start + HEADER, uuid);
    int toggles = source.get(start + HEADER + UUID);
    if ((toggles & REQUESTABLE_AND_LABELLED) != REQUESTABLE_AND_LABELLED) {
      throw new MalformedJumbf("a description without a label", start);
    }
    int at = start + HEADER + UUID + 1;
    int zero = at;
    while (zero < end && source.get(zero) != 0) {
      zero++;
    }
    if (zero == end || zero == at) {
      throw new MalformedJumbf("a label that is empty or does not end", at);
    }
    byte[] name = new byte[zero - at];
    source.get(at, name);
    String label = new String(name, StandardCharsets.UTF_8);
    at = zero + 1 + ((toggles & HAS_ID) != 0 ? 4 : 0) + ((toggles & HAS_HASH) != 0 ? 32 : 0);
    Optional<Span> salt =
        (toggles & HAS_PRIVATE) != 0 ? Optional.of(salt(at, end)) : Optional.empty();
    if (salt.map(Span::end).orElse(at) != end) {
      throw new MalformedJumbf("a description of the wrong size", at);
    }
    Span whole = new Span(start, end - start);
    return new Description(HexFormat.of().formatHex(uuid), label, salt, whole);
  }

  private Span salt(int at, int end) throws MalformedJumbf {
    BoxHeader box = BoxHeader.read(source, at, end);
    if (!box.type().equals("c2sh") || box.size() > end - at || box.length() != HEADER) {
      throw new MalformedJumbf("a private box that is no salt", at);
    }
    return new Span(at + HEADER, (int) box.size() - HEADER);
  }
}
