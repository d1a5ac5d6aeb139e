package io.gasminer.miner.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VitalsFileTest {
  private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");
  private static final Vitals VITALS =
      new Vitals(
          4711,
          "0.1.0",
          NOW.minusSeconds(90),
          NOW,
          8093,
          "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
          new Vitals.Chain(Optional.of(17), 5_123_456, NOW.minusSeconds(600)),
          List.of(
              new Vitals.Service("OpenAIService", true, List.of("image"), Optional.empty()),
              new Vitals.Service(
                  "RunwayService",
                  true,
                  List.of("video"),
                  Optional.of(new Vitals.Rest("the key was refused", NOW.plusSeconds(240))))));

  @TempDir private Path temp;

  @Test
  void whatIsWrittenIsReadAndForItsOwnerAlone() throws Exception {
    Path folder = temp.resolve("state");
    new VitalsFile(folder, () -> VITALS).write();
    assertThat(VitalsFile.read(folder)).contains(VITALS);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("vitals.json"))))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("vitals.json.part")).doesNotExist();
  }

  @Test
  void aMinerThatStoppedLeavesNone() {
    VitalsFile file = new VitalsFile(temp, () -> VITALS);
    file.write();
    file.remove();
    assertThat(VitalsFile.read(temp)).isEmpty();
    file.write();
    assertThat(VitalsFile.read(temp)).as("a chore that was under way").isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenHarmsNobody() throws Exception {
    Path inTheWay = Files.writeString(temp.resolve("file"), "");
    VitalsFile file = new VitalsFile(inTheWay, () -> VITALS);
    file.write();
    file.remove();
    assertThat(VitalsFile.read(inTheWay)).isEmpty();
  }

  @Test
  void whateverStandsThereReadingEnds() throws Exception {
    new VitalsFile(temp, () -> VITALS).write();
    Path file = temp.resolve("vitals.json");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(VitalsFile.read(temp)).as("cut at " + length).isEmpty();
    }
    Files.writeString(file, "[".repeat(100_000));
    assertThat(VitalsFile.read(temp)).isEmpty();
    Files.writeString(file, new String(whole, StandardCharsets.UTF_8).replace("4711", "null"));
    assertThat(VitalsFile.read(temp)).isEmpty();
    Files.writeString(
        file, new String(whole, StandardCharsets.UTF_8).replaceFirst("\\{", "{\"newer\":1,"));
    assertThat(VitalsFile.read(temp)).contains(VITALS);
  }
}
