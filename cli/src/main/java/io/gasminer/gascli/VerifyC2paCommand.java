package io.gasminer.gascli;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustAnchor;
import io.gasminer.c2pa.x509.TrustStore;
import io.gasminer.miner.generation.sandbox.SandboxAuthority;
import io.gasminer.miner.provenance.Sn34Policy;
import io.gasminer.miner.provenance.TrustedNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of files what a validator of subnet 34 would say. */
@Command(
    name = "verify-c2pa",
    description = {
      "Verify C2PA credentials on image and video files",
      "",
      "Says what a validator would say of the same bytes: a valid signature over unchanged content,"
          + " from a generator that the subnet trusts. Ends with 0 when every file passes, 1 when"
          + " one fails or is missing."
    },
    footer = {
      "",
      "Examples:",
      "  gascli generator verify-c2pa image.png",
      "  gascli generator verify-c2pa *.png --verbose",
      "  gascli generator verify-c2pa video.mp4 --json",
      "  gascli generator verify-c2pa demo.png --anchors sandbox-root.pem"
    },
    mixinStandardHelpOptions = true)
final class VerifyC2paCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "the files to verify")
  private List<Path> files = List.of();

  @Option(
      names = {"-v", "--verbose"},
      description = "add the whole manifest store, and every check that was made")
  private boolean verbose;

  @Option(names = "--json", description = "print a JSON array of {file, result}")
  private boolean json;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "judge as of this time, as in 2026-11-23T10:00:00Z (default: now)")
  private Optional<Instant> at = Optional.empty();

  @Option(
      names = "--anchors",
      paramLabel = "PEM",
      description =
          "certificates that are trusted as anchors besides the validators' own; the demo's"
              + " sandbox-root.pem also admits the sandbox's name")
  private Optional<Path> anchors = Optional.empty();

  @Override
  public Integer call() {
    List<Certificate> more = anchors.map(this::read).orElse(List.of());
    InstantSource clock = at.map(InstantSource::fixed).orElse(InstantSource.system());
    FileVerdict.Judge judge =
        new FileVerdict.Judge(
            new C2paReader(
                TrustStore.sn34().withAnchors(more.stream().map(TrustAnchor::of).toList()), clock),
            new Sn34Policy(TrustedNames.sn34().withOrganisations(sandboxAmong(more))));
    List<FileVerdict> verdicts = files.stream().map(judge::judge).toList();
    VerdictPrint print = new VerdictPrint(spec.commandLine().getOut(), verbose);
    if (json) {
      print.json(verdicts);
    } else {
      verdicts.forEach(print::text);
    }
    return verdicts.stream().allMatch(FileVerdict::passed) ? 0 : 1;
  }

  // An anchor alone admits nobody: the policy goes by names. Who hands us the sandbox's root means
  // it.
  private static List<String> sandboxAmong(List<Certificate> anchors) {
    return anchors.stream()
        .flatMap(anchor -> anchor.organisation().stream())
        .filter(SandboxAuthority.ORGANISATION::equals)
        .distinct()
        .toList();
  }

  private List<Certificate> read(Path file) {
    try {
      return switch (Pem.read(Files.readString(file))) {
        case Pem.Reading.Certificates certificates -> certificates.certificates();
        case Pem.Reading.Unreadable(String problem) -> throw wrong(file + ": " + problem);
      };
    } catch (IOException unreadable) {
      throw wrong(file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), "--anchors: " + text);
  }
}
