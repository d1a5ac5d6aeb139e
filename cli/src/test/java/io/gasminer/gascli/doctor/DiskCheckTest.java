package io.gasminer.gascli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCheckTest {
  private static final long GB = 1_000_000_000L;
  private static final MediaNeed TWO = new MediaNeed(2 * GB, "a day takes 2.0 GB");

  @TempDir private Path temp;

  @Test
  void roomIsJudgedByWhatADayOfMediaTakes() {
    assertThat(look(volume(80 * GB, "ext4", 1_000_000)))
        .containsExactly(new Finding.Ok("80.0 GB free for " + temp + " (a day takes 2.0 GB)"));
    assertThat(look(volume(GB, "ext4", 1_000_000)))
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Warning.class,
            warning -> assertThat(warning.means()).contains("a day takes 2.0 GB may be needed"));
    assertThat(look(volume(100_000_000, "ext4", 1_000_000)))
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> {
              assertThat(failure.what()).contains("100 MB free", "less than 500 MB");
              assertThat(failure.next()).contains("MINER_STATE_DIR");
            });
  }

  @Test
  void aDatabaseOverTheNetworkIsAFailureAndMediaThereAreNot() {
    for (String type : List.of("nfs4", "NFS", "cifs", "smb3", "fuse.sshfs")) {
      assertThat(look(volume(80 * GB, type, 1_000_000)))
          .as(type)
          .singleElement()
          .isInstanceOfSatisfying(
              Finding.Failure.class, failure -> assertThat(failure.what()).contains(type));
    }
    assertThat(
            new DiskCheck(
                    "output disk",
                    temp,
                    "MINER_OUTPUT_DIR",
                    false,
                    () -> TWO,
                    volume(80 * GB, "nfs4", 1_000_000))
                .look())
        .hasOnlyElementsOfType(Finding.Ok.class);
  }

  @Test
  void fewFilesLeftAreToldWhateverRoomThereIs() {
    assertThat(look(volume(80 * GB, "ext4", 5_000)).getFirst()).isInstanceOf(Finding.Warning.class);
    assertThat(look(volume(80 * GB, "ext4", 3)).getFirst()).isInstanceOf(Finding.Failure.class);
    assertThat(
            FreeFiles.read(
                List.of(
                    "Filesystem Inodes IUsed IFree IUse% Mounted on", "/dev/vda 100 60 40 60% /")))
        .hasValue(40);
    assertThat(FreeFiles.read(List.of("h", "btrfs 0 0 0 - /"))).isEmpty();
    assertThat(FreeFiles.read(List.of("h", "nonsense"))).isEmpty();
    assertThat(FreeFiles.read(List.of())).isEmpty();
  }

  @Test
  void aFolderThatDoesNotExistYetIsLookedAtWhereItWillBeMade() {
    Path later = temp.resolve("a/b/c");
    assertThat(check(later, volume(80 * GB, "ext4", 1_000_000)).look().getFirst())
        .isInstanceOf(Finding.Ok.class);
    assertThat(later).doesNotExist();
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void whatIsInTheWayIsNamed() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThat(check(file, volume(80 * GB, "ext4", 1_000_000)).look().getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class, failure -> assertThat(failure.what()).endsWith("is a file"));
    assertThat(check(Path.of("/proc/self"), volume(80 * GB, "proc", 1_000_000)).look().getFirst())
        .isInstanceOfSatisfying(
            Finding.Failure.class,
            failure -> assertThat(failure.what()).contains("cannot be written"));
    assertThat(
            check(
                    temp,
                    folder -> {
                      throw new IOException("no");
                    })
                .look()
                .getFirst())
        .isInstanceOf(Finding.Warning.class);
  }

  @Test
  void thisMachinesFileSystemIsRead() throws IOException {
    Volumes.Volume volume = Volumes.real().of(temp);
    assertThat(volume.free()).isPositive();
    assertThat(volume.type()).isNotBlank();
  }

  @Test
  void theNeedIsReckonedFromTheLastDayWhereThatTookMore() throws IOException {
    Instant now = Instant.parse("2026-11-25T12:00:00Z");
    MinerConfig config = config("MINER_MAX_TASK_AGE_HOURS", "48");
    assertThat(MediaNeed.ofState(config, now))
        .isEqualTo(new MediaNeed(4 * GB, "a day is reckoned as 200 results of 10 MB, kept 48 h"));
    Path media = Files.createDirectories(temp.resolve("state/media"));
    sparse(media.resolve("new"), 3 * GB, now.minus(Duration.ofHours(2)));
    sparse(media.resolve("old"), 9 * GB, now.minus(Duration.ofHours(30)));
    assertThat(MediaNeed.ofState(config, now))
        .isEqualTo(new MediaNeed(6 * GB, "the last 24 h took 3.0 GB, kept 48 h"));
    assertThat(MediaNeed.ofOutput(config, now).words()).startsWith("logs alone");
    assertThat(MediaNeed.ofOutput(config("MINER_SAVE_LOCALLY", "true"), now).words())
        .contains("kept for good", "14.0 GB a week");
  }

  private MinerConfig config(String name, String value) {
    return ConfigLoader.examine(
            Map.of(
                name,
                value,
                "MINER_STATE_DIR",
                temp.resolve("state").toString(),
                "MINER_OUTPUT_DIR",
                temp.resolve("out").toString()),
            Map.of(),
            Optional.empty(),
            temp)
        .config();
  }

  private static void sparse(Path path, long length, Instant modified) throws IOException {
    try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(length);
    }
    Files.setLastModifiedTime(path, FileTime.from(modified));
  }

  private List<Finding> look(Volumes volumes) {
    return check(temp, volumes).look();
  }

  private static DiskCheck check(Path folder, Volumes volumes) {
    return new DiskCheck("state disk", folder, "MINER_STATE_DIR", true, () -> TWO, volumes);
  }

  private static Volumes volume(long free, String type, long files) {
    return folder -> new Volumes.Volume(free, type, OptionalLong.of(files));
  }
}
