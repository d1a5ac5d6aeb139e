package io.gasminer.gascli.demo;

import io.gasminer.gascli.rehearsal.RehearsalFolder;

/** Owns the words about a miner that the demo leaves running. */
final class KeptMiner {
  private KeptMiner() {}

  static void explain(DemoScreen screen, RehearsalFolder folder, long pid, int port) {
    screen.say("");
    screen.say("The miner keeps running: process " + pid + ", http://127.0.0.1:" + port);
    screen.say("  its log:      tail -f " + Shown.path(folder.log()));
    screen.say(
        "  its settings: "
            + CalledAs.thisTime()
            + " generator info --env-file "
            + Shown.path(folder.envFile()));
    screen.say("  its state:    " + Shown.path(folder.path().resolve("miner/.gen_miner_state")));
    screen.say("  stop it:      kill " + pid);
  }
}
