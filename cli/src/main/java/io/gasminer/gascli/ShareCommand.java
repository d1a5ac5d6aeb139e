package io.gasminer.gascli;

import io.gasminer.gascli.manual.Completion;
import io.gasminer.gascli.manual.ManualPage;
import io.gasminer.miner.Version;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Writes the files that a distribution shares: completion scripts, the manual's page, and the name
 * of this build, which archives of classes are tied to.
 */
@Command(
    name = "_share",
    hidden = true,
    description = "Write the completion scripts and the manual of a distribution")
final class ShareCommand implements Callable<Integer> {
  private static final int NAME_BYTES = 6;

  @Parameters(paramLabel = "FOLDER", description = "where to")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException, NoSuchAlgorithmException {
    for (Completion shell : Completion.values()) {
      write("completion/" + shell.file(), shell.script(GasCli.commandLine()));
    }
    write(
        "man/man1/gascli.1", ManualPage.of(GasCli.commandLine(), "gas-miner " + Version.current()));
    write("build-id", Version.current() + "-" + buildName() + "\n");
    return 0;
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.writeString(path, text);
  }

  private static String buildName() throws IOException, NoSuchAlgorithmException {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    List<Path> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .filter(Files::isRegularFile)
            .sorted()
            .toList();
    for (Path jar : jars) {
      hash.update(Files.readAllBytes(jar));
    }
    return HexFormat.of().formatHex(hash.digest(), 0, NAME_BYTES);
  }
}
