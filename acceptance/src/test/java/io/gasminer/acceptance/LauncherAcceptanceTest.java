package io.gasminer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, in a copy of its own, so that nothing is ever built here. */
class LauncherAcceptanceTest {
  private static final Path REPOSITORY =
      Path.of(System.getProperty("basedir", "."), "..").toAbsolutePath().normalize();
  private static final Path BASH = Path.of("/bin/bash");
  // What any system has; Maven and Java are not among it.
  private static final List<String> TOOLS =
      List.of("bash", "find", "flock", "mkdir", "nice", "readlink", "rm", "sleep");

  @TempDir private Path temp;
  private Path home = Path.of("");
  private Path tools = Path.of("");

  @BeforeEach
  void copyTheLauncher() throws IOException {
    assumeTrue(Files.isExecutable(BASH), "skipped: there is no /bin/bash");
    home = Files.createDirectories(temp.resolve("home of the miner"));
    Files.createDirectories(home.resolve("tools"));
    for (String script : List.of("gascli", "tools/jdk", "tools/launch")) {
      Files.copy(REPOSITORY.resolve(script), home.resolve(script));
    }
    tools = Files.createDirectories(temp.resolve("bin"));
    for (String tool : TOOLS) {
      for (String folder : List.of("/bin", "/usr/bin")) {
        if (Files.exists(Path.of(folder, tool)) && !Files.exists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), Path.of(folder, tool));
        }
      }
    }
  }

  @Test
  void withAnEmptyPathItNamesWhatItMisses() throws Exception {
    Gascli run = launch(Map.of("PATH", ""), "--help");
    assertExplained(run, "readlink", "PATH");
  }

  @Test
  void anOldJdkIsNotTakenAndTheOperatorIsToldWhichOneIsNeeded() throws Exception {
    hideTheJdksOfThisMachine();
    Gascli run = launch(Map.of("JAVA_HOME", jdk("17.0.12").toString()), "--help");
    assertExplained(run, "needs a JDK of version 25", "GASCLI_JAVA_HOME");
  }

  @Test
  void withoutMavenItSaysThatItCannotBuild() throws Exception {
    Gascli run = launch(Map.of("GASCLI_JAVA_HOME", jdk("25.0.1").toString()), "--help");
    assertExplained(run, "Maven 3.8 or newer", "apt install maven");
  }

  @Test
  void whatIsBuiltIsRunByTheNewJdkWithTheArgumentsAsTheyWereTyped() throws Exception {
    asIfBuilt();
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME", jdk("21").toString(),
            "GASCLI_JAVA_HOME", jdk("25.0.1").toString(),
            "GASCLI_NO_ARCHIVE", "1");
    Gascli run = launch(environment, "gen", "run", "--env-file", "my miner.env");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .contains("jdk 25.0.1", "-Xmx1g", "-Dgasminer.home=" + home)
        .contains("-Dgasminer.launcher=" + home.resolve("gascli"))
        .contains("-Dgasminer.called=" + home.resolve("gascli"))
        .endsWith("io.gasminer.gascli.GasCli", "gen", "run", "--env-file", "my miner.env");
    assertThat(launch(environment, "demo").out()).contains("-XX:TieredStopAtLevel=1");
    assertThat(launch(environment, "-v", "gen", "-q", "run").out()).contains("-Xmx1g");
  }

  @Test
  void anArchiveOfThisBuildAndThisJvmIsUsedAndNoOther() throws Exception {
    asIfBuilt();
    Map<String, String> environment =
        Map.of("GASCLI_JAVA_HOME", jdk("25.0.1").toString(), "GASCLI_NO_ARCHIVE", "1");
    assertThat(launch(environment, "demo").out()).doesNotContain("-XX:AOTCache");
    String name = "short-checkout-" + jdkName("25.0.1") + "-25.0.1.aot";
    Path archive = Files.writeString(home.resolve("cli/target").resolve(name), "classes");
    assertThat(launch(environment, "demo").out()).contains("-XX:AOTCache=" + archive);
    assertThat(launch(environment, "gen", "run").out()).doesNotContain("-XX:AOTCache");
    Map<String, String> newer =
        Map.of("GASCLI_JAVA_HOME", jdk("25.0.2").toString(), "GASCLI_NO_ARCHIVE", "1");
    assertThat(launch(newer, "demo").out()).doesNotContain("-XX:AOTCache");
    Files.setLastModifiedTime(
        archive, FileTime.from(Files.getLastModifiedTime(archive).toInstant().minusSeconds(3600)));
    assertThat(launch(environment, "demo").out()).doesNotContain("-XX:AOTCache");
  }

  private String jdkName(String version) {
    return temp.resolve("jdk-" + version).toString().replaceAll("[^A-Za-z0-9.]", "_");
  }

  private void asIfBuilt() throws IOException {
    for (String module : List.of("c2pa", "bittensor", "miner", "cli")) {
      Files.createDirectories(home.resolve(module).resolve("src/main"));
      Files.createFile(home.resolve(module).resolve("pom.xml"));
    }
    Files.createFile(home.resolve("pom.xml"));
    Files.createDirectories(home.resolve("cli/target"));
    Files.createFile(home.resolve("cli/target/gascli.jar"));
  }

  private Gascli launch(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(BASH.toString());
    command.add(home.resolve("gascli").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("HOME", temp.toString());
    builder.environment().putAll(environment);
    return Gascli.run(temp, builder.redirectInput(new File("/dev/null")));
  }

  private static void assertExplained(Gascli run, String... words) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("Next step").contains(words);
    assertThat(run.err()).doesNotContain("command not found", "unbound variable");
    assertThat(run.out()).isEmpty();
  }

  private void hideTheJdksOfThisMachine() throws IOException {
    Path script = home.resolve("tools/jdk");
    String looks = Files.readString(script);
    Files.writeString(
        script, looks.replaceAll(" /(usr|opt|Library)/", " " + temp.resolve("none") + "/"));
  }

  /** What looks like a JDK, and tells what it is run with. */
  private Path jdk(String version) throws IOException {
    Path jdk = temp.resolve("jdk-" + version);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    for (String program : List.of("java", "javac")) {
      Path file = jdk.resolve("bin").resolve(program);
      Files.writeString(file, "#!/bin/bash\nprintf '%s\\n' 'jdk " + version + "' \"$@\"\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return jdk;
  }
}
