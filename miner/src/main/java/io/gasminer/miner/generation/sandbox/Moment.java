package io.gasminer.miner.generation.sandbox;

import java.util.Arrays;
import java.util.List;

/** Paints one moment of a landscape. For one thread. */
final class Moment implements Painting.Brush {
  /**
   * Clouds and waves are worked out at so many places per picture height, and drawn out between.
   */
  private static final int STEPS = 120;

  private static final float OUT_OF_SIGHT = 2;

  private final Landscape scene;
  private final float moment;
  private final float pixels;
  private final float[][] tops;
  private final float[][] nearer;
  private final float[] highest;
  private final float[] edge;
  private final float land;
  private final Row row;
  private final Row mirrored;
  private final float[] coarse;
  private final float[] drawn;
  private final int step;

  Moment(Landscape scene, float moment) {
    this.scene = scene;
    this.moment = moment;
    this.pixels = scene.size().height();
    int width = scene.size().width();
    this.row = new Row(width);
    this.mirrored = new Row(width);
    this.step = Math.max(2, scene.size().height() / STEPS);
    this.coarse = new float[width / step + 2];
    this.drawn = new float[width];
    List<Ridge> ridges = scene.ridges();
    this.tops = new float[ridges.size()][width];
    this.nearer = new float[ridges.size()][width];
    this.highest = new float[ridges.size()];
    this.edge = new float[width];
    float[] nearest = new float[width];
    Arrays.fill(nearest, OUT_OF_SIGHT);
    for (int i = tops.length - 1; i >= 0; i--) {
      nearer[i] = nearest.clone();
      highest[i] = stand(ridges.get(i), tops[i], nearest);
    }
    float lowest = 0;
    for (int x = 0; x < width; x++) {
      lowest = Math.max(lowest, nearest[x]);
      float across = (x + 0.5f) / width - 0.5f;
      edge[x] = across * across;
    }
    this.land = lowest;
  }

  /** Works out where a ridge's top is at each place, and what of all so far stands highest. */
  private float stand(Ridge ridge, float[] top, float[] nearest) {
    float highestTop = OUT_OF_SIGHT;
    for (int x = 0; x < top.length; x++) {
      top[x] = ridge.top(passed(ridge) + (x + 0.5f) / pixels);
      nearest[x] = Math.min(nearest[x], top[x]);
      highestTop = Math.min(highestTop, top[x]);
    }
    return highestTop;
  }

  // Near rows pass by faster than far ones.
  private float passed(Ridge ridge) {
    return 40 + moment * (0.01f + 0.09f * ridge.nearness());
  }

  @Override
  public void row(int y, int[] rgb) {
    float height = (y + 0.5f) / pixels;
    if (height > scene.shore()) {
      paintLake(height);
    } else {
      paintLand(row, height);
    }
    vignette(height);
    scene.caption().paint(row, y);
    row.pack(rgb);
  }

  private void paintLand(Row into, float height) {
    Palette palette = scene.mood().palette();
    if (height < land + 1 / pixels) {
      into.fill(palette.sky(height / (scene.horizon() + 0.05f)));
      scene.luminary().paint(into, height, moment, pixels, palette.light());
      paintStars(into, height, palette);
      paintClouds(into, height, palette);
    }
    for (int i = 0; i < tops.length; i++) {
      if (height + 1 / pixels > highest[i]) {
        paintRidge(into, height, i, palette);
      }
    }
  }

  private void paintStars(Row into, float height, Palette palette) {
    float size = Math.max(0.0012f, 0.6f / pixels);
    for (Landscape.Star star : scene.stars()) {
      float down = (height - star.height()) / (size * (0.6f + star.brightness()));
      if (Math.abs(down) < 2) {
        float wink = 0.8f + 0.2f * (float) Math.sin(40 * star.place() + 9 * moment);
        int middle = (int) (star.place() * pixels);
        int reach = (int) Math.ceil(2 * size * 1.6f * pixels);
        int to = Math.min(into.width(), middle + reach + 1);
        for (int x = Math.max(0, middle - reach); x < to; x++) {
          float across = ((x + 0.5f) / pixels - star.place()) / (size * (0.6f + star.brightness()));
          float shine = 1 - (across * across + down * down) / 2;
          into.blend(x, palette.light(), Math.max(0, shine) * star.brightness() * wink);
        }
      }
    }
  }

  private void paintClouds(Row into, float height, Palette palette) {
    float fade =
        Noise.smooth((height + 0.15f) / 0.4f)
            * Noise.smooth((scene.horizon() + 0.12f - height) / 0.25f);
    if (fade <= 0) {
      return;
    }
    float thin = 1 - scene.cover();
    for (int i = 0; i < coarse.length; i++) {
      float place = i * step / pixels;
      float warp = scene.clouds().at(place * 1.7f + 3, height * 3 + 0.4f * moment);
      float dense =
          scene.clouds().fractal(place * 1.5f + 0.12f * moment + warp, height * 6.5f + warp, 5);
      coarse[i] = 0.62f * fade * Noise.smooth((dense - thin) / 0.3f);
    }
    drawOut();
    Rgb colour = palette.horizon().mix(palette.light(), 0.45f);
    for (int x = 0; x < into.width(); x++) {
      into.blend(x, colour, drawn[x]);
    }
  }

  private void paintRidge(Row into, float height, int index, Palette palette) {
    Ridge ridge = scene.ridges().get(index);
    Rgb ground = palette.ground(ridge.nearness());
    Rgb haze = palette.horizon().mix(ground, 0.25f + 0.6f * ridge.nearness());
    float passed = passed(ridge);
    float depth = (height - highest[index]) / (ridge.base() + 0.08f - highest[index]);
    float misty = Math.clamp(depth, 0f, 1f) * (0.9f - 0.6f * ridge.nearness());
    Rgb colour = ground.mix(haze, misty);
    boolean lit = ridge.kind() == Ridge.Kind.SKYLINE && palette.isDark();
    float[] top = tops[index];
    float[] hiding = nearer[index];
    for (int x = 0; x < top.length; x++) {
      float covered = (height - top[x]) * pixels + 0.5f;
      if (covered > 0 && (height - hiding[x]) * pixels < 0.5f) {
        into.blend(x, colour, Math.min(covered, 1));
        if (lit && height - top[x] > 0.012f && ridge.isLit(passed + (x + 0.5f) / pixels, height)) {
          into.blend(x, palette.light(), 0.35f + 0.4f * ridge.nearness());
        }
      }
    }
  }

  private void paintLake(float height) {
    float depth = height - scene.shore();
    paintLand(mirrored, scene.shore() - depth * 0.92f);
    float swell = 0.004f + 0.05f * depth;
    for (int i = 0; i < coarse.length; i++) {
      float place = i * step / pixels;
      float wave =
          scene
              .clouds()
              .at(place * 5 + 2 * moment, 150 * depth / (0.25f + 3 * depth) - 2.5f * moment);
      coarse[i] = (wave - 0.5f) * 2 * swell;
    }
    drawOut();
    Rgb deep = scene.mood().palette().ground(0.85f);
    for (int x = 0; x < row.width(); x++) {
      float wave = drawn[x];
      row.take(x, mirrored, x + Math.round(wave * pixels));
      row.blend(x, deep, Math.clamp(0.22f + depth * 0.9f + 3 * wave, 0f, 1f));
    }
  }

  private void vignette(float height) {
    float down = height - 0.5f;
    for (int x = 0; x < row.width(); x++) {
      row.dim(x, 1 - 0.5f * (edge[x] + down * down));
    }
  }

  /** Draws what was worked out at a few places out to every pixel of the row. */
  private void drawOut() {
    int x = 0;
    for (int left = 0; x < drawn.length; left++) {
      float from = coarse[left];
      float rise = (coarse[left + 1] - from) / step;
      int end = Math.min(drawn.length, x + step);
      for (int i = 0; x < end; i++, x++) {
        drawn[x] = from + rise * i;
      }
    }
  }
}
