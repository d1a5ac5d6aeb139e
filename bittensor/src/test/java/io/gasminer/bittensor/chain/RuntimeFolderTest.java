package io.gasminer.bittensor.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.wallet.Hotkey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of runtimes is there for the next process, or as good as not there. */
class RuntimeFolderTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Hotkey BOB = Hotkey.fromUri("//Bob");
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  @TempDir private Path temp;

  @Test
  void theNextProcessNeedsNoDescription() throws Exception {
    try (ScriptedChain chain = new ScriptedChain()) {
      chain.storage.put(ScriptedChain.UIDS, "0700");
      for (int run = 0; run < 3; run++) {
        try (Subtensor asked = chain.open(SOON, folder(NOW))) {
          assertThat(asked.uid(34, BOB.address()).found()).contains(OptionalInt.of(7));
        }
      }
      assertThat(chain.descriptions).hasValue(1);
      chain.spec = 294;
      try (Subtensor asked = chain.open(SOON, folder(NOW))) {
        assertThat(asked.uid(34, BOB.address()).found()).contains(OptionalInt.of(7));
      }
      assertThat(chain.descriptions).as("of another version").hasValue(2);
    }
    assertThat(kept())
        .as("what says of itself that it is of another version is not kept")
        .hasSize(1);
    assertThat(Files.getPosixFilePermissions(kept().getFirst()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aDamagedDescriptionIsFetchedAnew() throws Exception {
    try (ScriptedChain chain = new ScriptedChain()) {
      chain.storage.put(ScriptedChain.UIDS, "0700");
      ask(chain);
      byte[] whole = Files.readAllBytes(kept().getFirst());
      List<String> failures = new ArrayList<>();
      for (int length : new int[] {0, 1, 31, 32, 33, 10_000, whole.length - 1}) {
        Files.write(kept().getFirst(), Arrays.copyOf(whole, length));
        ask(chain);
        if (!Arrays.equals(Files.readAllBytes(kept().getFirst()), whole)) {
          failures.add("cut after " + length);
        }
      }
      for (int place : new int[] {0, 31, 32, 40, 100_000, whole.length - 1}) {
        byte[] flipped = whole.clone();
        flipped[place] ^= 1;
        Files.write(kept().getFirst(), flipped);
        ask(chain);
        if (!Arrays.equals(Files.readAllBytes(kept().getFirst()), whole)) {
          failures.add("flipped at " + place);
        }
      }
      assertThat(failures).isEmpty();
      assertThat(chain.descriptions).hasValue(14);
    }
  }

  @Test
  void aDescriptionOnWhichAQuestionFailsIsFetchedAnew() throws Exception {
    try (ScriptedChain chain = new ScriptedChain()) {
      chain.storage.put(ScriptedChain.UIDS, "0700");
      ask(chain);
      chain.storage.put(ScriptedChain.UIDS, "07");
      try (Subtensor asked = chain.open(SOON, folder(NOW))) {
        assertThat(asked.uid(34, BOB.address())).isInstanceOf(Answer.Unavailable.class);
        assertThat(chain.descriptions).hasValue(2);
        assertThat(asked.uid(34, BOB.address())).isInstanceOf(Answer.Unavailable.class);
        assertThat(chain.descriptions).as("it is the node's own now").hasValue(2);
      }
    }
  }

  @Test
  void aFileUnderAnotherNameIsNotTaken() throws IOException {
    RuntimeFolder folder = folder(NOW);
    folder.write("runtime-1-a", new byte[] {1, 2, 3});
    Files.move(temp.resolve("kept/runtime-1-a"), temp.resolve("kept/runtime-1-b"));
    assertThat(folder.read("runtime-1-b")).isEmpty();
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatIsOldIsNotFoundWhereItMustBeNew() {
    folder(NOW).write("runtime-1-a", new byte[] {7});
    assertThat(folder(NOW.plusSeconds(59)).read("runtime-1-a", Duration.ofMinutes(1))).isPresent();
    assertThat(folder(NOW.plusSeconds(61)).read("runtime-1-a", Duration.ofMinutes(1))).isEmpty();
    assertThat(folder(NOW.minusSeconds(1)).read("runtime-1-a", Duration.ofMinutes(1)))
        .as("written in the future")
        .isEmpty();
    assertThat(folder(NOW.plusSeconds(61)).read("runtime-1-a")).isPresent();
  }

  @Test
  void onlyTheNewestAreKeptAndNothingElseIsTouched() throws IOException {
    Files.createDirectories(temp.resolve("kept"));
    Files.writeString(temp.resolve("kept/other"), "mine");
    for (int i = 0; i < 40; i++) {
      folder(NOW.plusSeconds(i)).write("runtime-" + i, new byte[] {7});
    }
    assertThat(folder(NOW).read("runtime-39")).isPresent();
    assertThat(folder(NOW).read("runtime-0")).isEmpty();
    assertThat(kept()).hasSize(13);
    assertThat(temp.resolve("kept/other")).hasContent("mine");
  }

  @Test
  void aFolderThatCannotBeMadeIsAsGoodAsNone() throws Exception {
    Files.writeString(temp.resolve("kept"), "a file where the folder should be");
    try (ScriptedChain chain = new ScriptedChain()) {
      chain.storage.put(ScriptedChain.UIDS, "0700");
      ask(chain);
    }
    assertThat(temp.resolve("kept")).isRegularFile();
  }

  private void ask(ScriptedChain chain) {
    try (Subtensor asked = chain.open(SOON, folder(NOW))) {
      assertThat(asked.uid(34, BOB.address()).found()).contains(OptionalInt.of(7));
    }
  }

  private RuntimeFolder folder(Instant now) {
    return RuntimeFolder.at(temp.resolve("kept"), InstantSource.fixed(now));
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve("kept"))) {
      return files.toList();
    }
  }
}
