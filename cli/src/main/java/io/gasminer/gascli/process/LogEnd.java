package io.gasminer.gascli.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Owns the reading of a file's last lines from its end: what it costs follows from them alone. */
final class LogEnd {
  private static final int BLOCK = 64 * 1024;
  private static final int MOST = 64 * 1024 * 1024;

  private LogEnd() {}

  /** At most that many lines, in their order; none where there is no file. */
  static List<String> of(Path file, int count) throws IOException {
    if (count == 0 || !Files.exists(file)) {
      return List.of();
    }
    try (FileChannel channel = FileChannel.open(file)) {
      long end = channel.size();
      long start = end;
      // A last line that is not yet ended counts as one.
      int ends = end > 0 && at(channel, end - 1) == '\n' ? -1 : 0;
      while (start > 0 && ends < count && end - start < MOST) {
        int length = (int) Math.min(BLOCK, start);
        start -= length;
        ends += ends(channel, start, length);
      }
      byte[] bytes = read(channel, start, (int) (end - start));
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
  }

  private static int ends(FileChannel channel, long start, int length) throws IOException {
    int found = 0;
    for (byte letter : read(channel, start, length)) {
      if (letter == '\n') {
        found++;
      }
    }
    return found;
  }

  private static byte at(FileChannel channel, long position) throws IOException {
    byte[] one = read(channel, position, 1);
    return one.length == 0 ? 0 : one[0];
  }

  private static byte[] read(FileChannel channel, long start, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, start + buffer.position()) < 0) {
        // It was cut off meanwhile.
        break;
      }
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }
}
