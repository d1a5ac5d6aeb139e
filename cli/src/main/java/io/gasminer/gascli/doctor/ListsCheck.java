package io.gasminer.gascli.doctor;

import io.gasminer.gascli.trust.KeptList;
import io.gasminer.gascli.trust.KeptLists;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Whether the official trust lists that were fetched are of this season. */
record ListsCheck(KeptLists kept, InstantSource clock) implements Check {
  private static final Duration OLD = Duration.ofDays(90);

  @Override
  public String subject() {
    return "trust lists";
  }

  @Override
  public List<Finding> look() {
    return List.of(
        switch (kept.read()) {
          case KeptLists.Reading.Damaged(String problem) -> {
            Advice advice = Advice.of(problem);
            yield new Finding.Warning(
                advice.what(),
                "explanations of media do not know it; what is delivered is judged all the same",
                advice.nextOr("gascli trust update"));
          }
          case KeptLists.Reading.Held(var lists) -> aged(oldest(lists.values()));
        });
  }

  private Finding aged(Optional<Instant> fetched) {
    if (fetched.isEmpty()) {
      return new Finding.Ok("the official ones that come with this version");
    }
    long days = Math.max(0, Duration.between(fetched.get(), clock.instant()).toDays());
    String what = "the official ones were fetched " + days + " days ago";
    return days > OLD.toDays()
        ? new Finding.Warning(
            what, "explanations may not know the newest signers", "gascli trust update")
        : new Finding.Ok(what);
  }

  private static Optional<Instant> oldest(Iterable<KeptList> lists) {
    Optional<Instant> oldest = Optional.empty();
    for (KeptList list : lists) {
      oldest = oldest.filter(list.fetched()::isAfter).or(() -> Optional.of(list.fetched()));
    }
    return oldest;
  }
}
