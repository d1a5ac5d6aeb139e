package io.gasminer.bittensor.metadata;

import io.gasminer.bittensor.scale.MalformedScale;
import io.gasminer.bittensor.scale.ScaleReader;

/** Owns documentation within metadata: lines of text, which mostly nobody needs. */
final class Docs {
  private Docs() {}

  static void skip(ScaleReader in) throws MalformedScale {
    for (int lines = in.count(); lines > 0; lines--) {
      in.skip(in.count());
    }
  }

  static String read(ScaleReader in) throws MalformedScale {
    int lines = in.count();
    if (lines == 0) {
      return "";
    }
    StringBuilder joined = new StringBuilder();
    for (; lines > 0; lines--) {
      joined.append(in.text().strip()).append(' ');
    }
    return joined.toString().strip();
  }
}
