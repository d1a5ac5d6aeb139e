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
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Runs what operators run most and shows nothing of it, so that the JVM can note the classes of it
 * for its archive; the launcher starts it in the background.
 */
@Command(name = "warm-up", hidden = true, description = "Run the usual commands without output")
final class WarmUpCommand implements Callable<Integer> {
  /** One pixel. */
  private static final String PICTURE =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

  @Override
  public Integer call() throws IOException, CannotSign {
    Path picture = Files.createTempFile("gascli", ".png");
    try (WarmUpNode node = WarmUpNode.start()) {
      Files.write(picture, signed());
      String file = picture.toString();
      quietly("--help");
      quietly("generator", "--help");
      quietly("generator", "info");
      quietly("generator", "verify-c2pa", file);
      quietly("generator", "verify-c2pa", file, "--json", "--verbose");
      quietly("generator", "verify-c2pa", file, "--explain");
      quietly("trust", "list");
      for (String command : List.of("status", "metagraph")) {
        quietly("chain", command, "--endpoint", node.address(), "--timeout", "5");
      }
      quietly("no-such-command");
      return 0;
    } finally {
      Files.delete(picture);
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
    CommandLine line = GasCli.commandLine();
    line.setOut(new PrintWriter(Writer.nullWriter()));
    line.setErr(new PrintWriter(Writer.nullWriter()));
    line.execute(arguments);
  }
}
