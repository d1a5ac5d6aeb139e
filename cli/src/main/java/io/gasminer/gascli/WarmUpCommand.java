package io.gasminer.gascli;

import io.gasminer.c2pa.C2paSigner;
import io.gasminer.c2pa.CannotSign;
import io.gasminer.c2pa.ClaimDraft;
import io.gasminer.c2pa.ClaimDraft.Software;
import io.gasminer.c2pa.PrivateAuthority;
import io.gasminer.gascli.chain.WarmUpNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs what operators run most and shows nothing of it, so that the JVM can note the classes of it
 * for its archive; the launcher starts it in the background.
 */
@Command(name = "_warm-up", hidden = true, description = "Run the usual commands without output")
final class WarmUpCommand implements Callable<Integer> {
  /** One pixel. */
  private static final String PICTURE =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

  /** What an archive is made for. */
  enum Kind {
    SHORT,
    MINER
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "short|miner",
      description = "the commands that end at once, or the miner")
  private Kind kind = Kind.SHORT;

  @Override
  public Integer call() throws IOException, CannotSign, InterruptedException {
    Path folder = Files.createTempDirectory("gascli");
    try {
      return switch (kind) {
        case SHORT -> shortCommands(folder);
        case MINER -> MinerWarmUp.below(folder) ? 0 : GasCli.AGAIN;
      };
    } finally {
      remove(folder);
    }
  }

  private static int shortCommands(Path folder) throws IOException, CannotSign {
    String file = Files.write(folder.resolve("picture.png"), signed()).toString();
    quietly("--help");
    quietly("generator", "--help");
    quietly("generator", "info");
    quietly("generator", "verify-c2pa", file);
    quietly("generator", "verify-c2pa", file, "--json", "--verbose");
    quietly("generator", "verify-c2pa", file, "--explain");
    quietly("trust", "list");
    try (WarmUpNode node = WarmUpNode.start()) {
      for (String command : List.of("status", "metagraph")) {
        quietly("chain", command, "--endpoint", node.address(), "--timeout", "5");
      }
    }
    quietly("no-such-command");
    return 0;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static byte[] signed() throws CannotSign {
    Instant now = Instant.now();
    PrivateAuthority authority = PrivateAuthority.create("Warm-up", now);
    C2paSigner signer =
        new C2paSigner(authority.issue("Warm-up", "Signer", now), new SecureRandom());
    return signer.sign(
        Base64.getDecoder().decode(PICTURE),
        ClaimDraft.generated(Software.of("gascli"), Software.of("warm-up"), now));
  }

  private static void quietly(String... arguments) {
    CommandLine line = GasCli.commandLine(TypedCommands.in(List.of(arguments)));
    line.setOut(new PrintWriter(Writer.nullWriter()));
    line.setErr(new PrintWriter(Writer.nullWriter()));
    GasCli.execute(line, arguments);
  }
}
