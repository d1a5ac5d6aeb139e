package io.gasminer.gascli.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Owns what a supervisor is told to do, as it stands on its command line; no secret does.
 *
 * @param adopt the miner that runs already, or 0 where one is to be started
 * @param restarts how often the miner was started again by those before
 */
record Orders(Path stateDir, long adopt, int restarts, Account.Serving serving) {
  private static final int FIXED = 6;

  static Orders parse(String[] arguments) {
    if (arguments.length <= FIXED) {
      throw new IllegalArgumentException(
          "the supervisor is started by 'gascli generator start', not by hand");
    }
    return new Orders(
        Path.of(arguments[0]),
        Long.parseLong(arguments[1]),
        Integer.parseInt(arguments[2]),
        new Account.Serving(
            List.copyOf(Arrays.asList(arguments).subList(FIXED, arguments.length)),
            arguments[3],
            Integer.parseInt(arguments[4]),
            Path.of(arguments[5])));
  }

  List<String> arguments() {
    List<String> all =
        new ArrayList<>(
            List.of(
                stateDir.toString(),
                Long.toString(adopt),
                Integer.toString(restarts),
                serving.host(),
                Integer.toString(serving.port()),
                serving.logFile().toString()));
    all.addAll(serving.command());
    return all;
  }
}
