package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gasminer.gascli.rehearsal.GascliJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mvn package packed, unpacked and run as an operator does. */
class DistributionAcceptanceTest {
  private static final Path PACKED =
      Path.of(System.getProperty("basedir", "."), "..", "distribution", "target")
          .toAbsolutePath()
          .normalize();

  @TempDir private Path temp;
  private Path root = Path.of("");

  @BeforeEach
  void unpack() throws Exception {
    Optional<Path> archive = packed();
    assumeTrue(archive.isPresent(), "skipped: nothing is packed; mvn package packs it");
    Gascli tar =
        Gascli.run(temp, new ProcessBuilder("tar", "-xzf", archive.orElseThrow().toString()));
    assertThat(tar.exitCode()).as(tar.err()).isZero();
    try (Stream<Path> folders = Files.list(temp)) {
      root =
          folders
              .filter(folder -> folder.getFileName().toString().startsWith("gas-miner-"))
              .findFirst()
              .orElseThrow();
    }
  }

  @Test
  void itHoldsWhatAnOperatorNeeds() {
    for (String file :
        List.of(
            "lib/gascli.jar",
            ".env.gen_miner.template",
            "gen_miner.config.js",
            "share/completion/gascli.bash",
            "share/completion/_gascli",
            "share/completion/gascli.fish",
            "share/man/man1/gascli.1",
            "packaging/systemd/gas-miner.service",
            "docs/operations.md",
            "README.md",
            "LICENSE")) {
      assertThat(root.resolve(file)).isRegularFile();
    }
    assertThat(root.resolve("bin/gascli")).isExecutable();
  }

  @Test
  void itRunsThroughASymbolicLinkFromAnotherFolder() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("linked"), root.resolve("bin/gascli"));
    Gascli version = launch(link, Map.of(), "--version");
    assertThat(version.exitCode()).as(version.err()).isZero();
    assertThat(version.out()).startsWith("gas-miner ");
    Gascli info = launch(link, Map.of(), "generator", "info");
    assertThat(info.out()).contains("file: " + root.resolve(".env.gen_miner"));
  }

  @Test
  void settingsLiveWhereTheEnvironmentSays() throws Exception {
    Path home = Files.createDirectories(temp.resolve("var"));
    Gascli info =
        launch(
            root.resolve("bin/gascli"),
            Map.of("GASCLI_HOME", home.toString()),
            "generator",
            "info");
    assertThat(info.out()).contains("file: " + home.resolve(".env.gen_miner"));
  }

  @Test
  void whereItCannotBeWrittenTheUsersOwnFolderHasTheSettings() throws Exception {
    assumeTrue(!"root".equals(System.getProperty("user.name")), "skipped: root may write anywhere");
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      Gascli info = launch(root.resolve("bin/gascli"), Map.of(), "generator", "info");
      assertThat(info.out())
          .contains("file: " + temp.resolve(".local/share/gas-miner/.env.gen_miner"));
    } finally {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aBrokenArchiveOfClassesStopsNothingAndIsNotSpokenOf() throws Exception {
    Path java = Path.of(System.getProperty("java.home"));
    String release = Files.readString(java.resolve("release"));
    String version = release.replaceAll("(?s).*JAVA_RUNTIME_VERSION=\"([^\"]*)\".*", "$1");
    String build = Files.readString(root.resolve("share/build-id")).strip();
    Path archives = Files.createDirectories(root.resolve("archives"));
    Path archive =
        archives.resolve(
            "short-%s-%s-%s.aot"
                .formatted(
                    build,
                    java.toString().replaceAll("[^A-Za-z0-9.]", "_"),
                    version.replaceAll("[^A-Za-z0-9.+]", "_")));
    Files.writeString(archive, "no archive");
    Gascli help = launch(root.resolve("bin/gascli"), Map.of(), "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).startsWith("Usage: gascli");
    assertThat(help.err()).isEmpty();
  }

  private Gascli launch(Path script, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = GascliJvm.running(List.of()).command(command);
    builder.environment().remove("XDG_DATA_HOME");
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", temp.toString(),
                "GASCLI_JAVA_HOME", System.getProperty("java.home"),
                "GASCLI_NO_ARCHIVE", "1"));
    builder.environment().putAll(environment);
    return Gascli.run(temp, builder.redirectInput(new File("/dev/null")));
  }

  private static Optional<Path> packed() throws IOException {
    if (!Files.isDirectory(PACKED)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(PACKED)) {
      return files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst();
    }
  }
}
