package io.gasminer.gascli.trust;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Owns one update of the official lists: fetch all, compare, ask, write. Either all of it happens
 * or nothing.
 *
 * @param asking whether to go on; empty where nobody can be asked, which makes it a dry run
 */
public record ListUpdate(
    KeptLists kept,
    ListFetch fetch,
    InstantSource clock,
    PrintWriter out,
    Optional<BooleanSupplier> asking) {
  private static final String UNCHANGED = "Nothing was changed.";

  /**
   * Updates these lists from these places.
   *
   * @return what is wrong, where something is; then the lists are as they were
   */
  public Optional<String> update(Map<OfficialList, String> sources) {
    Map<OfficialList, KeptList> held =
        kept.read() instanceof KeptLists.Reading.Held(var lists) ? lists : Map.of();
    Map<OfficialList, KeptList> fresh = new EnumMap<>(OfficialList.class);
    fresh.putAll(held);
    boolean changes = kept.read() instanceof KeptLists.Reading.Damaged;
    for (Map.Entry<OfficialList, String> source : sources.entrySet()) {
      switch (fetch.fetch(source.getValue())) {
        case ListFetch.Fetched.Refused(String problem) -> {
          return Optional.of(problem + " " + UNCHANGED);
        }
        case ListFetch.Fetched.Certificates(var certificates) -> {
          KeptList list = new KeptList(source.getValue(), clock.instant(), certificates);
          changes |= show(source.getKey(), held, list);
          fresh.put(source.getKey(), list);
        }
      }
    }
    if (!changes) {
      out.println("The lists in force are up to date. " + UNCHANGED);
      return Optional.empty();
    }
    return agreed() ? write(fresh) : Optional.empty();
  }

  private boolean show(OfficialList name, Map<OfficialList, KeptList> held, KeptList fresh) {
    var old = Optional.ofNullable(held.get(name)).map(KeptList::entries).orElseGet(name::builtIn);
    ListChange change = ListChange.between(old, fresh.entries());
    out.println(
        "%s from %s: %d anchors, %d unchanged"
            .formatted(name.title(), fresh.source(), fresh.entries().size(), change.kept()));
    change.rows().forEach(row -> out.println("  " + row));
    return !change.isNone();
  }

  private boolean agreed() {
    if (asking.isEmpty()) {
      out.println(
          "This was a dry run, as there is nobody to ask. "
              + UNCHANGED
              + " Next step: run it again with --yes.");
      return false;
    }
    boolean yes = asking.get().getAsBoolean();
    if (!yes) {
      out.println(UNCHANGED);
    }
    return yes;
  }

  private Optional<String> write(Map<OfficialList, KeptList> fresh) {
    try {
      kept.write(fresh);
      out.println("Written to " + kept.file());
      out.println("'--trust c2pa' goes by it now; 'gascli trust update --undo' takes it back.");
      out.println("What validators trust (sn34) is not changed by it.");
      return Optional.empty();
    } catch (IOException notWritable) {
      return Optional.of(
          kept.file()
              + " cannot be written ("
              + notWritable
              + "). "
              + UNCHANGED
              + " Next step: make its folder writable for this user.");
    }
  }
}
