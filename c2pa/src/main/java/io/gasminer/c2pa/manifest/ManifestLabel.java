package io.gasminer.c2pa.manifest;

/** Owns the form of manifest labels (specification §8.2): {@code urn:c2pa:<uuid>[:vendor[:n]]}. */
final class ManifestLabel {
  private static final int LONGEST_VENDOR = 32;

  private ManifestLabel() {}

  /** Whether the label is one of either version's forms. */
  static boolean isWellFormed(String label) {
    String[] parts = label.split(":", -1);
    if (parts.length < 3) {
      return false;
    }
    if (parts[0].equals("urn")) {
      return parts[1].equals("uuid") || (parts[1].equals("c2pa") && isSecond(parts));
    }
    return parts[1].equals("urn") && parts[2].equals("uuid") && parts.length == 4;
  }

  private static boolean isSecond(String[] parts) {
    if (parts.length > 5) {
      return false;
    }
    boolean vendor =
        parts.length < 4
            || parts[3].isEmpty()
            || (parts[3].length() <= LONGEST_VENDOR
                && parts[3].chars().allMatch(letter -> letter > 0x20 && letter < 0x7F));
    boolean version = parts.length < 5 || parts[4].isEmpty() || parts[4].matches("\\d+(_\\d+)?.*");
    return vendor && version;
  }
}
