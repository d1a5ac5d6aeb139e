package io.gasminer.gascli.doctor;

import java.util.List;
import java.util.Optional;

/** Whether this Java is new enough, and whether its archive of classes makes commands quick. */
record JavaCheck(Machine machine) implements Check {
  private static final int OLDEST = 25;
  private static final String ARCHIVE = "-XX:AOTCache=";

  @Override
  public String subject() {
    return "java";
  }

  @Override
  public List<Finding> look() {
    String who = machine.java() + " of " + machine.vendor();
    if (machine.feature() < OLDEST) {
      return List.of(
          Finding.lasting(
              "Java " + who + ", and " + OLDEST + " is the oldest that serves",
              "the miner does not start",
              "install a JDK "
                  + OLDEST
                  + " or newer and put it in JAVA_HOME; tools/jdk shows which one gascli takes"));
    }
    Optional<String> archive =
        machine.arguments().stream()
            .filter(argument -> argument.startsWith(ARCHIVE))
            .map(argument -> argument.substring(ARCHIVE.length()))
            .findFirst();
    if (archive.isPresent() && !Machine.isMapped(archive.get())) {
      return List.of(
          new Finding.Warning(
              "Java " + who + "; the archive of classes " + archive.get() + " is not used",
              "it fits another Java or other jars, so commands take longer to start",
              "delete that file; the next command makes it anew"));
    }
    return List.of(
        new Finding.Ok(who + (archive.isPresent() ? ", starts from its archive of classes" : "")));
  }
}
