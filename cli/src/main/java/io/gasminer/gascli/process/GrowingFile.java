package io.gasminer.gascli.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Owns the following of a file that others write, line by line, also when another file takes its
 * name or it is cut off. For one thread.
 */
final class GrowingFile implements AutoCloseable {
  private static final int BLOCK = 64 * 1024;
  private static final int LONGEST_LINE = 1024 * 1024;

  private final Path file;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
  private @Nullable FileChannel channel;
  private @Nullable Object key;

  private GrowingFile(Path file) {
    this.file = file;
  }

  /** From its end, or from its beginning where it is not there yet. */
  static GrowingFile fromItsEnd(Path file) throws IOException {
    GrowingFile growing = new GrowingFile(file);
    growing.open();
    if (growing.channel != null) {
      growing.channel.position(growing.channel.size());
    }
    return growing;
  }

  /** Hands on the lines that were added since. */
  void readOn(Consumer<String> reader) throws IOException {
    if (channel == null) {
      open();
    }
    FileChannel now = channel;
    if (now == null) {
      return;
    }
    if (now.size() < now.position()) {
      now.position(0);
    }
    // Who asks first whether there is another file has then read this one to its end.
    boolean another = isAnother();
    drain(now, reader);
    if (another) {
      close();
      readOn(reader);
    }
  }

  private void drain(FileChannel from, Consumer<String> reader) throws IOException {
    while (from.read(block.clear()) > 0) {
      block.flip();
      while (block.hasRemaining()) {
        byte letter = block.get();
        if (letter == '\n' || line.size() >= LONGEST_LINE) {
          reader.accept(line.toString(StandardCharsets.UTF_8));
          line.reset();
        }
        if (letter != '\n') {
          line.write(letter);
        }
      }
    }
  }

  private void open() throws IOException {
    try {
      channel = FileChannel.open(file);
      key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException notYet) {
      close();
    }
  }

  private boolean isAnother() throws IOException {
    try {
      Object current = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return !Objects.equals(current, key);
    } catch (NoSuchFileException betweenTwo) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
    channel = null;
  }
}
