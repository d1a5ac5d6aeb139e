package io.gasminer.gascli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Owns where the files of the supervision stand: {@code process} in the state folder. */
record ProcessFolder(Path path) {
  static ProcessFolder in(Path stateDir) {
    return new ProcessFolder(stateDir.resolve("process"));
  }

  /** Makes the folder, if need be; only its owner may enter it. */
  void create() throws IOException {
    Files.createDirectories(path);
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Locked by the supervisor that lives. */
  Path lock() {
    return path.resolve("supervisor.lock");
  }

  Path pid() {
    return path.resolve("supervisor.pid");
  }

  /** What the supervisor tells of its work. */
  Path account() {
    return path.resolve("supervision.json");
  }

  /** What the supervisor did, and what the miner's process printed. */
  Path log() {
    return path.resolve("process.log");
  }
}
