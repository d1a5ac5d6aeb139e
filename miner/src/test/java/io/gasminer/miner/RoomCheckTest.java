package io.gasminer.miner;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.miner.config.ConfigLoader;
import io.gasminer.miner.config.MinerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomCheckTest {
  @TempDir private Path temp;
  private final List<String> problems = new ArrayList<>();

  @Test
  void foldersThatCanBeWrittenAreMadeAndLeftEmpty() throws IOException {
    assertThat(RoomCheck.usual().look(storage(temp.resolve("new")), problems)).isTrue();
    assertThat(problems).isEmpty();
    try (Stream<Path> made = Files.walk(temp.resolve("new"))) {
      assertThat(made.filter(Files::isRegularFile)).isEmpty();
    }
    assertThat(temp.resolve("new/.gen_miner_state")).isDirectory();
  }

  @Test
  void aFullDiskIsNamedWithBothFoldersAndTheirSettings() {
    assertThat(new RoomCheck(Long.MAX_VALUE).look(storage(temp), problems)).isFalse();
    assertThat(problems).hasSize(2).allMatch(problem -> problem.contains("a disk that is full"));
    assertThat(problems.getFirst()).contains("the output folder " + temp, "MINER_OUTPUT_DIR");
    assertThat(problems.getLast()).contains("the state folder", "MINER_STATE_DIR");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(temp.resolve("a-file"));
    assertThat(RoomCheck.usual().look(storage(file.resolve("out")), problems)).isFalse();
    assertThat(problems).hasSize(2).allMatch(problem -> problem.contains("cannot be written"));
  }

  private static MinerConfig.Storage storage(Path output) {
    Map<String, String> flags = Map.of("MINER_OUTPUT_DIR", output.toString());
    return ConfigLoader.storage(flags, Map.of(), Optional.empty(), output, new ArrayList<>());
  }
}
