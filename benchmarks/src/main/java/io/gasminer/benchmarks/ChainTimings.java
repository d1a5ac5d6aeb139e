package io.gasminer.benchmarks;

import io.gasminer.bittensor.chain.Answer;
import io.gasminer.bittensor.chain.Metagraph;
import io.gasminer.bittensor.chain.RuntimeFolder;
import io.gasminer.bittensor.chain.Subtensor;
import io.gasminer.bittensor.rpc.Endpoint;
import io.gasminer.bittensor.rpc.Endpoints;
import io.gasminer.bittensor.rpc.Node;
import io.gasminer.bittensor.rpc.NodeEvents;
import io.gasminer.bittensor.rpc.NodeSettings;
import io.gasminer.bittensor.rpc.Surroundings;
import io.gasminer.bittensor.ss58.Ss58Address;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Owns our half of the comparison with the official SDK: connects, checks a registration and reads
 * the metagraph, several times in one process. Arguments: endpoint, netuid, hotkey, rounds (0: only
 * checks the registration), and the folder where what is known of runtimes is kept.
 */
public final class ChainTimings {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int METAGRAPHS = 3;

  private ChainTimings() {}

  /** Prints a line for each figure: what, and milliseconds (or KiB). */
  public static void main(String[] arguments) throws IOException {
    List<Endpoint> endpoints = ((Endpoints.Reading.Read) Endpoints.parse(arguments[0])).endpoints();
    int netuid = Integer.parseInt(arguments[1]);
    Ss58Address hotkey = Ss58Address.parse(arguments[2]).orElseThrow();
    System.out.println(
        "start "
            + (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()));
    int rounds = Integer.parseInt(arguments[3]);
    for (int round = 0; round < Math.max(rounds, 1); round++) {
      long begun = System.nanoTime();
      RuntimeFolder kept = RuntimeFolder.at(Path.of(arguments[4]), InstantSource.system());
      try (Subtensor chain =
          Subtensor.over(
              Node.open(endpoints, NodeSettings.usual(), Surroundings.real(), NodeEvents.none()),
              TIMEOUT,
              kept)) {
        if (chain.uid(netuid, hotkey).found().orElseThrow().isEmpty()) {
          throw new IllegalStateException("the hotkey is not registered");
        }
        print(round == 0 ? "connect_first" : "connect_again", begun);
        for (int i = 0; i < METAGRAPHS && rounds > 0; i++) {
          begun = System.nanoTime();
          Answer<Metagraph> metagraph = chain.metagraph(netuid);
          print(round == 0 && i == 0 ? "metagraph_first" : "metagraph_again", begun);
          System.out.println("neurons " + metagraph.found().orElseThrow().neurons().size());
          begun = System.nanoTime();
          Answer<Metagraph> confirmed = chain.confirmedMetagraph(netuid);
          print("confirmed", begun);
          if (!confirmed.found().equals(metagraph.found())) {
            throw new IllegalStateException("the two metagraphs differ");
          }
        }
      }
    }
    Path status = Path.of("/proc/self/status");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        System.out.println("peak_kib " + line.replaceAll("\\D", ""));
      }
    }
  }

  private static void print(String what, long begun) {
    System.out.printf("%s %.1f%n", what, (System.nanoTime() - begun) / 1e6);
  }
}
