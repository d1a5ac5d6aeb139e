package io.gasminer.gascli.trust;

import io.gasminer.c2pa.x509.AnchorList;
import io.gasminer.gascli.paper.BriefName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Owns the difference between a list in force and the one that would take its place. */
public record ListChange(List<String> rows, int kept) {
  public ListChange {
    rows = List.copyOf(rows);
  }

  /** Compares by anchor: its name and its key. */
  public static ListChange between(List<AnchorList.Entry> old, List<AnchorList.Entry> fresh) {
    List<String> rows = new ArrayList<>();
    int kept = 0;
    for (AnchorList.Entry entry : fresh) {
      Optional<AnchorList.Entry> before = find(old, entry);
      if (before.isEmpty()) {
        rows.add("+ " + entry.ends() + "  " + BriefName.of(entry.anchor().name()));
      } else if (!before.get().ends().equals(entry.ends())) {
        rows.add(
            "~ "
                + entry.ends()
                + "  "
                + BriefName.of(entry.anchor().name())
                + " (ended "
                + before.get().ends()
                + " before)");
      } else {
        kept++;
      }
    }
    old.stream()
        .filter(entry -> find(fresh, entry).isEmpty())
        .forEach(
            entry -> rows.add("- " + entry.ends() + "  " + BriefName.of(entry.anchor().name())));
    return new ListChange(rows, kept);
  }

  /** Whether nothing would change. */
  public boolean isNone() {
    return rows.isEmpty();
  }

  private static Optional<AnchorList.Entry> find(
      List<AnchorList.Entry> among, AnchorList.Entry wanted) {
    return among.stream().filter(entry -> entry.anchor().equals(wanted.anchor())).findFirst();
  }
}
