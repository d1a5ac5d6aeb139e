package io.gasminer.gascli;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.gascli.paper.Paper;
import io.gasminer.miner.generation.sandbox.SandboxAuthority;
import io.gasminer.miner.provenance.Sn34Policy;
import io.gasminer.miner.provenance.TrustedNames;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      "  gascli generator verify-c2pa refused.png --explain",
      "  gascli generator verify-c2pa video.mp4 --json",
      "  gascli generator verify-c2pa demo.png --anchors sandbox-root.pem",
      "  gascli generator verify-c2pa photo.jpg --trust c2pa"
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

  @Option(
      names = "--explain",
      description = "show what the manifests say, rule by rule why, whose fault, and what to do")
  private boolean explain;

  @Option(names = "--json", description = "print a JSON array of {file, result}")
  private boolean json;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "judge as of this time, as in 2026-11-23T10:00:00Z (default: now)")
  private Optional<Instant> at = Optional.empty();

  @Mixin private TrustOptions trust = new TrustOptions();

  @Override
  public Integer call() {
    TrustOptions.Trusted trusted = trust.trusted(spec.commandLine());
    InstantSource clock = at.map(InstantSource::fixed).orElse(InstantSource.system());
    FileVerdict.Judge judge =
        new FileVerdict.Judge(
            new C2paReader(trusted.store(), clock),
            new Sn34Policy(TrustedNames.sn34().withOrganisations(sandboxAmong(trusted.anchors()))));
    List<FileVerdict> verdicts = files.stream().map(judge::judge).toList();
    Explaining explaining =
        new Explaining(
            explain,
            explain ? trust.sets(spec.commandLine()) : List.of(),
            clock,
            Paper.ofThisProcess());
    VerdictPrint print = new VerdictPrint(spec.commandLine().getOut(), verbose, explaining);
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
}
