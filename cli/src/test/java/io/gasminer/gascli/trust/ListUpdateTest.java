package io.gasminer.gascli.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.PrivateAuthority;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListUpdateTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir private Path temp;
  private final StringWriter told = new StringWriter();

  @Test
  void anUpdateIsShownWrittenForItsUserAloneAndTakenBack() throws IOException {
    KeptLists kept = kept();
    assertThat(update(kept, list("One"), Optional.of(() -> true))).isEmpty();
    assertThat(told.toString()).contains("+ ", "One", "- ", "Written to");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.file())))
        .isEqualTo("rw-------");
    assertThat(update(kept, list("Two"), Optional.of(() -> true))).isEmpty();
    assertThat(kept.undo()).isEqualTo(KeptLists.Undone.PREVIOUS);
    assertThat(names(kept)).singleElement().asString().contains("One");
    assertThat(kept.undo()).isEqualTo(KeptLists.Undone.BUILT_IN);
    assertThat(kept.undo()).isEqualTo(KeptLists.Undone.NOTHING);
  }

  @Test
  void withNobodyToAskItIsADryRun() throws IOException {
    KeptLists kept = kept();
    assertThat(update(kept, list("One"), Optional.empty())).isEmpty();
    assertThat(told.toString()).contains("dry run", "--yes");
    assertThat(kept.file()).doesNotExist();
  }

  @Test
  void aListThatIsInForceAlreadyChangesNothing() throws IOException {
    KeptLists kept = kept();
    String from = list("One");
    update(kept, from, Optional.of(() -> true));
    update(kept, from, Optional.of(() -> true));
    assertThat(told.toString()).contains("up to date");
    assertThat(kept.previous()).doesNotExist();
  }

  @Test
  void whatIsNoListOrComesInTheClearOrIsTooLargeIsNotTaken() throws IOException {
    KeptLists kept = kept();
    Path garbage = Files.writeString(temp.resolve("garbage"), "no certificates");
    Path large = Files.write(temp.resolve("large"), new byte[4 * 1024 * 1024 + 1]);
    for (String from :
        List.of("http://127.0.0.1:1/list.pem", garbage.toString(), large.toString())) {
      assertThat(update(kept, from, Optional.of(() -> true)).orElseThrow())
          .contains("not taken", "Nothing was changed");
    }
    assertThat(kept.file()).doesNotExist();
  }

  @Test
  void aDamagedFileIsNamedWithTheNextStep() throws IOException {
    KeptLists kept = kept();
    Files.writeString(kept.file(), "{\"c2pa\": {\"certificates\": [\"AAAA\"]}}");
    assertThat(kept.read())
        .isInstanceOfSatisfying(
            KeptLists.Reading.Damaged.class,
            damaged -> assertThat(damaged.problem()).contains("trust update", "--undo"));
  }

  private KeptLists kept() {
    return new KeptLists(temp.resolve("c2pa-trust.json"));
  }

  private String list(String name) throws IOException {
    PrivateAuthority authority = PrivateAuthority.create(name, NOW);
    Path file = temp.resolve(name + ".pem");
    Files.writeString(file, authority.rootPem());
    return file.toString();
  }

  private Optional<String> update(KeptLists kept, String from, Optional<BooleanSupplier> asking) {
    return new ListUpdate(
            kept, ListFetch.overTheInternet(), () -> NOW, new PrintWriter(told, true), asking)
        .update(Map.of(OfficialList.C2PA, from));
  }

  private static List<String> names(KeptLists kept) {
    return kept.read() instanceof KeptLists.Reading.Held(var lists)
        ? Objects.requireNonNull(lists.get(OfficialList.C2PA)).entries().stream()
            .map(one -> one.anchor().name())
            .toList()
        : List.of();
  }
}
