package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Owns SVG: the store is the Base64 text of {@code c2pa:manifest} in the {@code metadata} of the
 * root.
 */
final class Svg implements Container {
  /** The text is held in memory while it is looked through. */
  private static final int LONGEST_TEXT = 32 * 1024 * 1024;

  private static final String NAMESPACE = " xmlns:c2pa=\"http://c2pa.org/manifest\"";
  private static final String MANIFEST_START = "<c2pa:manifest>";
  private static final String MANIFEST_END = "</c2pa:manifest>";

  @Override
  public Located locate(Source source) throws IOException {
    try {
      String text = text(source);
      Optional<Range> found = new SvgWalk(text).manifest();
      if (found.isEmpty() || found.get().length() == 0) {
        return new Located.None();
      }
      Range range = found.get();
      String encoded = text.substring((int) range.offset(), (int) range.end());
      return new Located.Store(Base64.getDecoder().decode(encoded), List.of(range));
    } catch (DamagedAsset damaged) {
      return new Located.Damaged(damaged.reason());
    } catch (IllegalArgumentException notBase64) {
      return new Located.Damaged("a manifest store that is no Base64");
    }
  }

  @Override
  public List<NamedRange> parts(Source source) throws DamagedAsset {
    throw new DamagedAsset("SVG has no boxes hash");
  }

  /** As the validators' library writes it, with the name space declared at the root. */
  @Override
  public Embedding embed(Source source, int storeSize) throws IOException, DamagedAsset {
    String text = text(source);
    SvgWalk walk = new SvgWalk(text);
    Optional<Range> old = walk.manifest();
    SvgWalk.Tag root =
        walk.rootTag()
            .filter(tag -> tag.name().equals("svg") && !tag.empty())
            .orElseThrow(() -> new DamagedAsset("no SVG with content"));
    Optional<SvgWalk.Tag> metadata = walk.metadataTag();
    long insertion = old.map(Range::offset).orElse(metadata.orElse(root).range().end());
    String start = MANIFEST_START;
    String end = MANIFEST_END;
    if (old.isPresent()) {
      start = "";
      end = "";
    } else if (metadata.isEmpty()) {
      start = "<metadata>" + MANIFEST_START;
      end = MANIFEST_END + "</metadata>";
    }
    List<Embedding.Piece> before = new ArrayList<>(opened(text, root));
    before.addAll(Embedding.kept(Range.between(root.range().end(), insertion), List.of()));
    before.add(written(start));
    List<Embedding.Piece> after = new ArrayList<>();
    after.add(written(end));
    long rest = old.map(Range::end).orElse(insertion);
    after.addAll(Embedding.kept(Range.between(rest, source.size()), List.of()));
    return new Embedding(before, after, Base64.getEncoder()::encode, storeSize);
  }

  /** All up to the content of the root. */
  private static List<Embedding.Piece> opened(String text, SvgWalk.Tag root) {
    Range range = root.range();
    long end = range.end();
    if (text.substring((int) range.offset(), (int) end).contains("xmlns:c2pa")) {
      return Embedding.kept(new Range(0, end), List.of());
    }
    List<Embedding.Piece> pieces =
        new ArrayList<>(Embedding.kept(new Range(0, end - 1), List.of()));
    pieces.add(written(NAMESPACE + ">"));
    return pieces;
  }

  private static Embedding.Piece written(String text) {
    return new Embedding.Piece.Written(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(Source source) throws IOException, DamagedAsset {
    if (source.size() > LONGEST_TEXT) {
      throw new DamagedAsset("the SVG is too long");
    }
    return new String(source.read(0, (int) source.size()), StandardCharsets.ISO_8859_1);
  }
}
