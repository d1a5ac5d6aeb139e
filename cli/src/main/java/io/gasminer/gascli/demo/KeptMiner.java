package io.gasminer.gascli.demo;

import io.gasminer.gascli.rehearsal.RehearsalFolder;
import java.util.List;

/** Owns the words about a miner that the demo leaves running. */
final class KeptMiner {
  private KeptMiner() {}

  static void explain(DemoScreen screen, RehearsalFolder folder, long pid, int port) {
    screen.say("");
    screen.say("The miner keeps running: process " + pid + ", http://127.0.0.1:" + port);
    screen.say("  its log:      tail -f " + Shown.path(folder.log()));
    screen.say("  its state:    " + Shown.path(folder.state()));
    String gascli = CalledAs.thisTime();
    String file = " --env-file " + Shown.path(folder.envFile());
    for (String command : List.of("generator status", "tasks", "generator info")) {
      screen.say("  look at it:   " + gascli + " " + command + file);
    }
    screen.say("  stop it:      kill " + pid);
  }
}
