package io.gasminer.miner.generation.sandbox;

import io.gasminer.miner.media.PixelSize;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns the prompt as it is written over the foot of a picture: how much of each pixel is ink.
 *
 * <p>Immutable once made, thread-safe.
 */
final class Caption {
  private static final Rgb INK = new Rgb(0.98f, 0.97f, 0.94f);
  private static final int MOST_LINES = 3;
  private static final int LONGEST_PROMPT = 400;
  private static final float STROKE = 0.36f;

  private final int width;
  private final int height;
  private final int top;
  private final byte[] ink;

  private Caption(PixelSize size, int top) {
    this.width = size.width();
    this.height = size.height();
    this.top = top;
    this.ink = new byte[width * (height - top)];
  }

  static Caption of(PixelSize size, String prompt, String imprint) {
    float side = size.smallerSide();
    float unit = side * 0.0056f;
    float small = unit * 0.5f;
    float margin = side * 0.055f;
    List<String> lines = wrapped(Lettering.plain(prompt), (size.width() - 2 * margin) / unit);
    float lineHeight = 10.5f * unit;
    float imprintAt = size.height() - margin - Lettering.HEIGHT * small;
    float first = imprintAt - 6 * unit - lineHeight * lines.size() + 4.5f * unit;
    Caption caption = new Caption(size, Math.max(0, (int) (first - 12 * unit)));
    for (int i = 0; i < lines.size(); i++) {
      caption.write(lines.get(i), margin, first + i * lineHeight, unit, 1);
    }
    caption.write(Lettering.plain(imprint), margin, imprintAt, small, 0.7f);
    return caption;
  }

  /** Lays shade and ink over one row. */
  void paint(Row row, int y) {
    if (y < top) {
      return;
    }
    float shade = 1 - 0.5f * Noise.smooth((float) (y - top) / (height - top) * 1.6f);
    int start = (y - top) * width;
    for (int x = 0; x < width; x++) {
      row.dim(x, shade);
      int share = ink[start + x] & 0xff;
      if (share > 0) {
        row.blend(x, INK, share / 255f);
      }
    }
  }

  private static List<String> wrapped(String text, float room) {
    String held = text.length() > LONGEST_PROMPT ? text.substring(0, LONGEST_PROMPT) : text;
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : held.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (Lettering.width(longer) <= room) {
        line = longer;
      } else if (lines.size() == MOST_LINES - 1) {
        lines.add(cut(longer, room));
        return lines;
      } else {
        if (!line.isEmpty()) {
          lines.add(line);
        }
        line = cut(word, room);
      }
    }
    lines.add(line);
    return lines;
  }

  private static String cut(String text, float room) {
    if (Lettering.width(text) <= room) {
      return text;
    }
    String held = text;
    while (!held.isEmpty() && Lettering.width(held + "...") > room) {
      held = held.substring(0, held.length() - 1);
    }
    return held.stripTrailing() + "...";
  }

  private void write(String text, float left, float above, float unit, float strength) {
    float at = left;
    for (int i = 0; i < text.length(); i++) {
      float start = at;
      Lettering.draw(
          text.charAt(i),
          (fromX, fromY, toX, toY) ->
              stroke(
                  new float[] {start + fromX * unit, above + fromY * unit},
                  new float[] {start + toX * unit, above + toY * unit},
                  STROKE * unit * (strength < 1 ? 1.15f : 1),
                  strength));
      at += Lettering.advance(text.charAt(i)) * unit;
    }
  }

  private void stroke(float[] from, float[] to, float radius, float strength) {
    float acrossX = to[0] - from[0];
    float acrossY = to[1] - from[1];
    float square = Math.max(acrossX * acrossX + acrossY * acrossY, 1e-6f);
    int left = Math.max(0, (int) (Math.min(from[0], to[0]) - radius - 1));
    int right = Math.min(width - 1, (int) (Math.max(from[0], to[0]) + radius + 1));
    int lower = Math.min(height - 1, (int) (Math.max(from[1], to[1]) + radius + 1));
    for (int y = Math.max(top, (int) (Math.min(from[1], to[1]) - radius - 1)); y <= lower; y++) {
      for (int x = left; x <= right; x++) {
        float awayX = x + 0.5f - from[0];
        float awayY = y + 0.5f - from[1];
        float share = Math.clamp((awayX * acrossX + awayY * acrossY) / square, 0f, 1f);
        float restX = awayX - share * acrossX;
        float restY = awayY - share * acrossY;
        float away = (float) Math.sqrt(restX * restX + restY * restY);
        int covered = (int) (255 * strength * Math.clamp(radius - away + 0.5f, 0f, 1f));
        int pixel = (y - top) * width + x;
        ink[pixel] = (byte) Math.max(ink[pixel] & 0xff, covered);
      }
    }
  }
}
