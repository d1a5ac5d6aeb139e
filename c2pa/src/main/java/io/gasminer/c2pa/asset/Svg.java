package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Owns SVG: the store is the Base64 text of {@code c2pa:manifest} in the {@code metadata} of the
 * root. It is read, never written.
 */
final class Svg implements Container {
  /** The text is held in memory while it is looked through. */
  private static final int LONGEST_TEXT = 32 * 1024 * 1024;

  @Override
  public Located locate(Source source) throws IOException {
    if (source.size() > LONGEST_TEXT) {
      return new Located.Damaged("the SVG is too long");
    }
    try {
      String text = new String(source.read(0, (int) source.size()), StandardCharsets.ISO_8859_1);
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

  @Override
  public Embedding embed(Source source, int storeSize) throws DamagedAsset {
    throw new DamagedAsset("no manifest is put into SVG");
  }
}
