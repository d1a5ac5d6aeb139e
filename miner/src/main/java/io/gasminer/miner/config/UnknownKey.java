package io.gasminer.miner.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Owns what is said about a key that no row has: a mistake when it looks like one of ours. */
final class UnknownKey {
  // Keys of the known system that mean nothing here; a file that is taken over may hold them.
  private static final Set<String> KNOWN_ELSEWHERE =
      Set.of("HUGGING_FACE_TOKEN", "HF_TOKEN", "WANDB_API_KEY", "PM2_HOME", "CUDA_VISIBLE_DEVICES");

  private UnknownKey() {}

  static void report(String key, List<String> problems, List<String> notes) {
    if (KNOWN_ELSEWHERE.contains(key)) {
      notes.add(key + " is not used by this miner and is ignored");
      return;
    }
    Optional<Setting> nearest =
        Settings.all().stream()
            .min(Comparator.comparingInt(setting -> distance(setting.name(), key)));
    String hint =
        nearest
            .filter(setting -> distance(setting.name(), key) <= Math.max(3, key.length() / 3))
            .map(setting -> "; did you mean " + setting.name() + "?")
            .orElse("; remove the line, or see .env.gen_miner.template for what there is");
    problems.add("the file sets " + key + ", which is no setting" + hint);
  }

  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
