package io.gasminer.miner.generation.sandbox;

/** Owns the colours of one time of day or place. */
enum Palette {
  DAWN(0x2b2d5b, 0x9a5a8c, 0xffb88a, 0xfff1d0, 0x9a7aa6, 0x1b1833),
  EMBER(0x1d1b3a, 0xb23a48, 0xff9f5a, 0xffe3a8, 0x9c4658, 0x160f1e),
  MIDDAY(0x3f7fc4, 0x8fc3ea, 0xeaf5f5, 0xffffff, 0x86abc6, 0x17302f),
  LAGOON(0x0b3a4a, 0x2f8f9d, 0xd9f2d6, 0xfff7d6, 0x5aa6a6, 0x06232b),
  NIGHT(0x050818, 0x101a3f, 0x36498a, 0xf4f0dc, 0x2a3a70, 0x04060f),
  VIOLET(0x0d0620, 0x3a1a5e, 0xc4569f, 0xffd9f0, 0x65307f, 0x0a0516),
  DESERT(0x4f86b5, 0xe8c79a, 0xffe2b0, 0xfff6df, 0xdba36c, 0x5a2a1c),
  FOREST(0x4a6b6a, 0xa9c2b0, 0xf1f4dd, 0xfffbe8, 0x86a897, 0x0e211a),
  ARCTIC(0x5d97cc, 0xc2def1, 0xf7fbff, 0xffffff, 0xa9c6dc, 0x274a68),
  COPPER(0x2a1220, 0x8f3b2e, 0xf0a060, 0xffe7c0, 0xa85a3f, 0x1f0c0c),
  AURORA(0x03101c, 0x0b3b46, 0x35b08c, 0xe8fff4, 0x175148, 0x020a0d);

  private final int zenith;
  private final int sky;
  private final int horizon;
  private final int light;
  private final int far;
  private final int near;

  Palette(int zenith, int sky, int horizon, int light, int far, int near) {
    this.zenith = zenith;
    this.sky = sky;
    this.horizon = horizon;
    this.light = light;
    this.far = far;
    this.near = near;
  }

  /** Whether stars show. */
  boolean isDark() {
    return this == NIGHT || this == VIOLET || this == AURORA || this == EMBER;
  }

  /** The colour of sun or moon. */
  Rgb light() {
    return Rgb.of(light);
  }

  Rgb horizon() {
    return Rgb.of(horizon);
  }

  /** The colour of the ground, from 0 for the farthest to 1 for the nearest. */
  Rgb ground(float nearness) {
    return Rgb.of(far).mix(Rgb.of(near), nearness);
  }

  /** The clear sky, from 0 at the zenith to 1 at the horizon. */
  Rgb sky(float depth) {
    float held = Math.clamp(depth, 0f, 1f);
    return held < 0.6f
        ? Rgb.of(zenith).mix(Rgb.of(sky), Noise.smooth(held / 0.6f))
        : Rgb.of(sky).mix(Rgb.of(horizon), Noise.smooth((held - 0.6f) / 0.4f));
  }
}
