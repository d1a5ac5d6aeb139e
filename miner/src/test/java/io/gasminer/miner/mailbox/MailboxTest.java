package io.gasminer.miner.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
  private static final int LETTERS = 500;

  @TempDir private Path folder;

  @Test
  void noLetterIsLostWhileTheMinerLooksForOne() throws Exception {
    Mailbox mailbox = new Mailbox(folder, "test");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<String>> taken = threads.submit(() -> taken(mailbox));
      for (int number = 0; number < LETTERS; number++) {
        mailbox.ask(new Letter(Integer.toString(number), "matter"));
        while (!mailbox.isTaken()) {
          Thread.onSpinWait();
        }
      }
      mailbox.ask(new Letter("last", ""));
      assertThat(taken.get())
          .isEqualTo(IntStream.range(0, LETTERS).mapToObj(Integer::toString).toList());
    }
  }

  private static List<String> taken(Mailbox mailbox) throws IOException {
    List<String> ids = new ArrayList<>();
    while (true) {
      Optional<Letter> letter = mailbox.take();
      if (letter.filter(last -> last.id().equals("last")).isPresent()) {
        return ids;
      }
      letter.map(Letter::id).ifPresent(ids::add);
    }
  }

  @Test
  void aLetterThatIsTooLargeIsRefusedOnceAndGone() throws Exception {
    Mailbox mailbox = new Mailbox(folder, "test");
    Files.write(folder.resolve("test.request"), new byte[5_000]);
    assertThatThrownBy(mailbox::take).isInstanceOf(IOException.class).hasMessageContaining("4096");
    assertThat(mailbox.take()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }
}
