package io.gasminer.gascli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalledAsTest {
  @TempDir private Path temp;

  @Test
  void whatWasTypedIsRepeated() {
    assertThat(new CalledAs("./gascli", "/usr/bin").words()).isEqualTo("./gascli");
    assertThat(new CalledAs("bin/gascli", "").words()).isEqualTo("bin/gascli");
    assertThat(CalledAs.thisTime()).isEqualTo("gascli");
  }

  @Test
  void theNameAloneIsEnoughWhereTheShellFindsThisLauncherByIt() throws Exception {
    String first = launcher("first").toString();
    String second = launcher("second").toString();
    String folders =
        temp.resolve("none") + ":" + temp.resolve("first") + ":" + temp.resolve("second");
    assertThat(new CalledAs(first, folders).words()).isEqualTo("gascli");
    assertThat(new CalledAs(second, folders).words()).as("another one is found").isEqualTo(second);
  }

  private Path launcher(String folder) throws Exception {
    Path file = Files.createDirectories(temp.resolve(folder)).resolve("gascli");
    return Files.setPosixFilePermissions(
        Files.createFile(file), PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
