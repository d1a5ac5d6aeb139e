package io.gasminer.miner;

import io.gasminer.miner.config.MinerConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Owns the question whether the miner's folders can be written, and have room for what is bought.
 *
 * @param leastFree bytes that must be free
 */
record RoomCheck(long leastFree) {
  private static final long MIB = 1024 * 1024;
  private static final int TRIAL = 64 * 1024;

  // One video and the database's own files.
  static RoomCheck usual() {
    return new RoomCheck(64 * MIB);
  }

  /**
   * Looks at the output folder and the state folder; each is made if it is not there.
   *
   * @return whether no problem was added
   */
  boolean look(MinerConfig.Storage storage, List<String> problems) {
    int before = problems.size();
    look("the output folder", "MINER_OUTPUT_DIR", storage.outputDir(), problems);
    look("the state folder", "MINER_STATE_DIR", storage.stateDir(), problems);
    return problems.size() == before;
  }

  private void look(String what, String setting, Path folder, List<String> problems) {
    try {
      Files.createDirectories(folder);
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < leastFree) {
        problems.add(
            what
                + " "
                + folder
                + " is on a disk that is full ("
                + free / MIB
                + " MiB are free, and "
                + leastFree / MIB
                + " are the least); free some room, or set "
                + setting
                + " to a folder on another disk");
        return;
      }
      writeAndRemove(folder);
    } catch (IOException notWritable) {
      problems.add(
          what
              + " "
              + folder
              + " cannot be written ("
              + notWritable.getClass().getSimpleName()
              + "); make it writable for this user, or set "
              + setting
              + " to a folder of this user");
    }
  }

  private static void writeAndRemove(Path folder) throws IOException {
    Path trial = Files.createTempFile(folder, ".trial", "");
    try (FileChannel channel = FileChannel.open(trial, StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.allocate(TRIAL));
      channel.force(true);
    } finally {
      Files.deleteIfExists(trial);
    }
  }
}
