package io.gasminer.gascli.doctor;

import java.util.ArrayList;
import java.util.List;

/** Whether every setting can be read as what it means, and the file is its owner's alone. */
record SettingsCheck(Installation place) implements Check {
  @Override
  public String subject() {
    return "settings";
  }

  @Override
  public List<Finding> look() {
    List<Finding> found = new ArrayList<>();
    for (String problem : place.settings().problems()) {
      Advice advice = Advice.of(problem);
      found.add(
          Finding.lasting(
              advice.what(),
              "the miner does not start",
              advice.nextOr(
                  "mend it in "
                      + place.file()
                      + "; 'gascli generator info' shows what is in force")));
    }
    for (String note : place.config().notes()) {
      found.add(
          new Finding.Warning(
              note, "the miner runs all the same", "change or take out that line when convenient"));
    }
    if (!place.present()) {
      found.add(
          new Finding.Warning(
              "there is no " + place.file(),
              "only the environment and the defaults count",
              "'gascli setup' asks what it needs and writes the file"));
    }
    place.looseMode().ifPresent(advice -> found.add(loose(Advice.of(advice))));
    if (found.isEmpty()) {
      found.add(new Finding.Ok(place.file() + ", " + given() + " values given; mode 0600"));
    }
    return found;
  }

  private Finding loose(Advice advice) {
    return new Finding.Warning(
        advice.what(), "whoever has a key can spend its money", "chmod 600 " + place.file());
  }

  private long given() {
    return place.config().values().values().stream()
        .filter(origin -> !origin.source().equals("default"))
        .count();
  }
}
