package io.gasminer.miner.generation.sandbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Owns an alphabet of strokes, so that text needs neither fonts nor what draws them.
 *
 * <p>Each letter is a list of polylines; each pair of digits is a point, 0 to 4 across and 0 (the
 * top) to 7 down; 6 is the line that letters stand on.
 */
final class Lettering {
  /** From the top of a letter to the line it stands on. */
  static final int HEIGHT = 6;

  private static final String NARROW = ".,:;!'|1I()";
  private static final String UNKNOWN = "2323";
  private static final Map<Character, String> STROKES =
      Map.ofEntries(
          Map.entry('A', "062046 1434"),
          Map.entry('B', "06003041423303 3344453606"),
          Map.entry('C', "4130100105163645"),
          Map.entry('D', "06002042442606"),
          Map.entry('E', "40000646 0333"),
          Map.entry('F', "400006 0333"),
          Map.entry('G', "41301001051636454323"),
          Map.entry('H', "0006 4046 0343"),
          Map.entry('I', "2026"),
          Map.entry('J', "4045361605"),
          Map.entry('K', "0006 400346"),
          Map.entry('L', "000646"),
          Map.entry('M', "0600234046"),
          Map.entry('N', "06004640"),
          Map.entry('O', "103041453616050110"),
          Map.entry('P', "06003041423303"),
          Map.entry('Q', "103041453616050110 2446"),
          Map.entry('R', "06003041423303 2346"),
          Map.entry('S', "413010010213334445361605"),
          Map.entry('T', "0040 2026"),
          Map.entry('U', "000516364540"),
          Map.entry('V', "002640"),
          Map.entry('W', "0016233640"),
          Map.entry('X', "0046 4006"),
          Map.entry('Y', "002340 2326"),
          Map.entry('Z', "00400646"),
          Map.entry('0', "103041453616050110 1432"),
          Map.entry('1', "112026"),
          Map.entry('2', "01103041420646"),
          Map.entry('3', "0110304142334445361605 1333"),
          Map.entry('4', "36300444"),
          Map.entry('5', "400003334445361605"),
          Map.entry('6', "4130100105163645443303"),
          Map.entry('7', "004016"),
          Map.entry('8', "103041423313020110 1304051636454433"),
          Map.entry('9', "0516364541301001021343"),
          Map.entry('.', "2626"),
          Map.entry(',', "2617"),
          Map.entry(':', "2222 2626"),
          Map.entry(';', "2222 2617"),
          Map.entry('!', "2024 2626"),
          Map.entry('?', "01103041422324 2626"),
          Map.entry('\'', "2021"),
          Map.entry('"', "1011 3031"),
          Map.entry('-', "1333"),
          Map.entry('+', "1333 2224"),
          Map.entry('=', "0242 0444"),
          Map.entry('_', "0646"),
          Map.entry('/', "0640"),
          Map.entry('(', "30212536"),
          Map.entry(')', "10212516"),
          Map.entry('|', "2026"),
          Map.entry('#', "1016 3036 0242 0444"),
          Map.entry('%', "0640 0001 4546"),
          Map.entry('&', "4602011020310405162644"),
          Map.entry('*', "2125 0333"));

  private Lettering() {}

  /** Draws a straight line between two points. */
  @FunctionalInterface
  interface Line {
    void between(float fromX, float fromY, float toX, float toY);
  }

  /** The text in letters of this alphabet: capitals without accents, one space between words. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('\u2019', '\'')
        .replaceAll("[\u2010-\u2015]", "-")
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Cntrl}]+", " ")
        .strip();
  }

  /** How far the next letter begins after this one, in the letter's own units. */
  static float advance(char letter) {
    return letter == ' ' ? 3.6f : NARROW.indexOf(letter) >= 0 ? 3.4f : 6;
  }

  /** How wide the text is, in the letters' own units. */
  static float width(String text) {
    float width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += advance(text.charAt(i));
    }
    return width;
  }

  /** Draws a letter's strokes as lines from point to point, in the letter's own units. */
  static void draw(char letter, Line line) {
    if (letter == ' ') {
      return;
    }
    float shift = NARROW.indexOf(letter) >= 0 ? -1.3f : 0;
    for (String stroke : STROKES.getOrDefault(letter, UNKNOWN).split(" ")) {
      for (int i = 0; i + 3 < stroke.length(); i += 2) {
        line.between(
            stroke.charAt(i) - '0' + shift,
            stroke.charAt(i + 1) - '0',
            stroke.charAt(i + 2) - '0' + shift,
            stroke.charAt(i + 3) - '0');
      }
    }
  }
}
