package io.gasminer.miner.store;

import java.util.List;

/**
 * Owns the parts of an open database.
 *
 * @param resources what is closed after the writer, in this order
 */
record Engine(
    GroupCommit writer,
    Reading reader,
    MediaVault media,
    Schedules schedules,
    List<AutoCloseable> resources)
    implements AutoCloseable {
  @Override
  public void close() {
    writer.close();
    resources.forEach(Engine::closeQuietly);
  }

  static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception alreadyGone) {
      // Everything durable was committed; what cannot be closed ends with the process.
    }
  }
}
