package io.gasminer.c2pa.manifest;

import static io.gasminer.c2pa.manifest.HardBindingCheck.require;

import io.gasminer.c2pa.asset.NamedRange;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.manifest.HardBinding.BoxesHash;
import java.util.ArrayList;
import java.util.List;

/** Owns the alignment of a boxes hash with the parts of its asset (specification §18.8). */
final class BoxesHashCheck {
  /** One hash and the range it covers. */
  record Part(BoxesHash.Entry entry, Range range) {}

  private BoxesHashCheck() {}

  /** The hashes that must be checked; the part that carries the store has none. */
  static List<Part> align(BoxesHash hash, List<NamedRange> parts) throws Mismatch {
    require(!hash.entries().isEmpty() && !parts.isEmpty(), "no box hash found");
    List<String> firstNames = hash.entries().getFirst().names();
    // Some signers leave out the signature of a PNG.
    int at =
        parts.getFirst().name().equals("PNGh")
                && !firstNames.isEmpty()
                && !firstNames.getFirst().equals("PNGh")
            ? 1
            : 0;
    List<Part> aligned = new ArrayList<>();
    for (BoxesHash.Entry entry : hash.entries()) {
      int first = at;
      for (String name : entry.names()) {
        require(
            at < parts.size() && parts.get(at).name().equals(name),
            "assertion.boxesHash.unknownBox");
        at++;
      }
      boolean store = at > first && parts.get(first).name().equals(NamedRange.STORE);
      require(!store || entry.names().size() == 1, "malformed C2PA box hash");
      if (!store && !entry.excluded()) {
        require(at > first, "a hash over no boxes");
        Range from = parts.get(first).range();
        aligned.add(new Part(entry, Range.between(from.offset(), parts.get(at - 1).range().end())));
      }
    }
    return aligned;
  }
}
