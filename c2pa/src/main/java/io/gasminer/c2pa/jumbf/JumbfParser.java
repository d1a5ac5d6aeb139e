package io.gasminer.c2pa.jumbf;

import io.gasminer.c2pa.cbor.Span;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns the parsing of a superbox. Refused: nesting beyond 32, more than 100,000 boxes, a child that
 * crosses its parent's end, a superbox without content. A superbox may announce more than there is
 * when its last child ends with the bytes: real files do, and the validators' reader accepts it.
 */
public final class JumbfParser {
  private static final int DEEPEST = 32;
  private static final int MOST_BOXES = 100_000;
  private static final int HEADER = 8;

  private final ByteBuffer source;
  private int boxes;

  private JumbfParser(byte[] source) {
    this.source = ByteBuffer.wrap(source);
  }

  /** Parses the superbox at the start; bytes after it are not looked at. */
  public static Parsed parse(byte[] source) {
    JumbfParser parser = new JumbfParser(source);
    try {
      return new Parsed.Tree(parser.superbox(0, source.length, 0));
    } catch (MalformedJumbf malformed) {
      return malformed.outcome();
    }
  }

  private Superbox superbox(int start, int limit, int depth) throws MalformedJumbf {
    if (depth >= DEEPEST) {
      throw new MalformedJumbf("nested too deeply", start);
    }
    BoxHeader header = header(start, limit);
    if (!header.type().equals("jumb")) {
      throw new MalformedJumbf("no superbox where one must be", start);
    }
    int end = (int) Math.min(start + header.size(), limit);
    boolean open = start + header.size() > limit;
    int content = start + header.length();
    Description description = new DescriptionParser(source).parse(content, end);
    List<JumbfBox> children = new ArrayList<>();
    int at = description.span().end();
    while (at < end) {
      JumbfBox child = child(at, end, depth);
      children.add(child);
      at = child.span().end();
    }
    if (children.isEmpty() && !open && end < source.limit()) {
      throw new MalformedJumbf("a superbox without content", start);
    }
    return new Superbox(
        description, children, new Span(start, end - start), new Span(content, end - content));
  }

  private JumbfBox child(int at, int end, int depth) throws MalformedJumbf {
    if (++boxes > MOST_BOXES) {
      throw new MalformedJumbf("too many boxes", at);
    }
    BoxHeader header = header(at, end);
    if (header.type().equals("jumb")) {
      if (at + header.size() > end && end < source.limit()) {
        throw new MalformedJumbf("a box that crosses its parent's end", at);
      }
      return superbox(at, end, depth + 1);
    }
    if (header.size() > end - at || header.length() != HEADER) {
      throw new MalformedJumbf("a box that crosses its parent's end", at);
    }
    int size = (int) header.size();
    return new ContentBox(header.type(), new Span(at, size), new Span(at + HEADER, size - HEADER));
  }

  private BoxHeader header(int at, int end) throws MalformedJumbf {
    return BoxHeader.read(source, at, end);
  }

  /** Owns the head of a box: its type, its whole size and the length of the head. */
  record BoxHeader(String type, long size, int length) {
    static BoxHeader read(ByteBuffer source, int at, int end) throws MalformedJumbf {
      if (end - at < HEADER) {
        throw new MalformedJumbf("ends within a box header", at);
      }
      long size = Integer.toUnsignedLong(source.getInt(at));
      byte[] type = new byte[4];
      source.get(at + 4, type);
      int length = HEADER;
      if (size == 1) {
        if (end - at < 2 * HEADER) {
          throw new MalformedJumbf("ends within a box header", at);
        }
        size = source.getLong(at + HEADER);
        length = 2 * HEADER;
      }
      if (size < length || size > Long.MAX_VALUE / 2) {
        throw new MalformedJumbf("a box smaller than its header", at);
      }
      return new BoxHeader(new String(type, StandardCharsets.ISO_8859_1), size, length);
    }
  }
}
