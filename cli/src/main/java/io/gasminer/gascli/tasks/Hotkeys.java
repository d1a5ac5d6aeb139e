package io.gasminer.gascli.tasks;

import io.gasminer.miner.chain.MetagraphSnapshot;
import io.gasminer.miner.mailbox.StateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Owns what validators are called: by their uid where the miner's metagraph knows it.
 *
 * @param uids by address
 */
public record Hotkeys(Map<String, Integer> uids) {
  private static final int LARGEST = 64 << 20;

  /** The first of the files that is there and a metagraph; without one nobody has a uid. */
  public static Hotkeys of(List<Path> metagraphs, Instant now) {
    for (Path path : metagraphs) {
      try {
        Optional<byte[]> content = new StateFile(path, LARGEST).read();
        if (content.isPresent()) {
          Map<String, Integer> uids = new HashMap<>();
          MetagraphSnapshot.parse(content.get(), now)
              .neurons()
              .forEach((key, neuron) -> uids.put(key.toString(), neuron.uid()));
          return new Hotkeys(uids);
        }
      } catch (IOException | IllegalArgumentException notAMetagraph) {
        // Its address will do.
      }
    }
    return new Hotkeys(Map.of());
  }

  OptionalInt uid(String hotkey) {
    Integer uid = uids.get(hotkey);
    return uid == null ? OptionalInt.empty() : OptionalInt.of(uid);
  }

  /** The uid, or the two ends of the address. */
  String name(String hotkey) {
    OptionalInt uid = uid(hotkey);
    return uid.isPresent() ? "uid " + uid.getAsInt() : brief(hotkey);
  }

  /** Both, for where there is room. */
  String fullName(String hotkey) {
    OptionalInt uid = uid(hotkey);
    return uid.isPresent() ? "uid " + uid.getAsInt() + " (" + hotkey + ")" : hotkey;
  }

  private static String brief(String hotkey) {
    return hotkey.length() <= 11
        ? hotkey
        : hotkey.substring(0, 5) + "…" + hotkey.substring(hotkey.length() - 4);
  }
}
