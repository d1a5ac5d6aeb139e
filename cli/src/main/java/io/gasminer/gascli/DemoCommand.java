package io.gasminer.gascli;

import io.gasminer.gascli.demo.DemoPlay;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a validator against the real miner on this machine, and judges what it delivers. */
@Command(
    name = "demo",
    description = {
      "See the miner work: no keys, no wallet, nothing leaves this machine",
      "",
      "Starts the real miner on loopback with the sandbox service, sends it a signed image"
          + " challenge and a signed video challenge for random tiers, receives the deliveries, and"
          + " judges them as a validator does. Ends with 0 only if both pass."
    },
    footer = {
      "",
      "Examples:",
      "  gascli demo",
      "  gascli demo --image-tier 4K --video-tier 480p",
      "  gascli demo --json --output /tmp/demo"
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "print one JSON object instead of the steps")
  private boolean json;

  @Option(names = "--keep", description = "leave the miner running, and say how to look at it")
  private boolean keep;

  @Option(names = "--image-tier", paramLabel = "1K|2K|4K", description = "instead of a random one")
  private Optional<String> imageTier = Optional.empty();

  @Option(
      names = "--video-tier",
      paramLabel = "480p|720p|1080p",
      description = "instead of a random one")
  private Optional<String> videoTier = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "where each demo makes a folder of its own (default: ./gas-miner-demo)")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    boolean quiet = Loudness.of(spec).quiet();
    return new DemoPlay(spec.commandLine().getOut(), spec.commandLine().getErr(), json, quiet, keep)
        .play(output, imageTier, videoTier);
  }
}
