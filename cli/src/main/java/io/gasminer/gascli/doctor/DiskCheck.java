package io.gasminer.gascli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whether a folder can be written, and its file system has room for what is to come.
 *
 * @param setting that names the folder
 * @param holdsDatabase whether SQLite's files lie in it
 * @param need reckoned from what lies there
 */
record DiskCheck(
    String subject,
    Path folder,
    String setting,
    boolean holdsDatabase,
    Supplier<MediaNeed> need,
    Volumes volumes)
    implements Check {
  private static final long LEAST_BYTES = 500_000_000L;
  private static final long LEAST_FILES = 1_000;
  private static final long FEW_FILES = 20_000;
  private static final Set<String> REMOTE =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb2",
          "smb3",
          "smbfs",
          "ncpfs",
          "afs",
          "9p",
          "fuse.sshfs",
          "fuse.s3fs",
          "fuse.rclone",
          "fuse.glusterfs",
          "ceph",
          "lustre",
          "webdav",
          "afpfs");

  @Override
  public List<Finding> look() {
    Path there = nearest(folder.toAbsolutePath());
    List<Finding> found = new ArrayList<>();
    if (!Files.isDirectory(there)) {
      return List.of(
          Finding.lasting(
              there + " is a file", "the miner does not start", setting + ": name a folder"));
    }
    writable(there, found);
    try {
      Volumes.Volume volume = volumes.of(there);
      if (holdsDatabase && REMOTE.contains(volume.type().toLowerCase(Locale.ROOT))) {
        found.add(
            Finding.lasting(
                folder + " lies on " + volume.type() + ", a file system over the network",
                "SQLite's write-ahead log needs a local disk; tasks may be lost or damaged there",
                "MINER_STATE_DIR: name a folder on a local disk, or give MINER_DATABASE_URL"));
      }
      files(volume, found);
      bytes(volume, found);
    } catch (IOException failed) {
      found.add(
          new Finding.Warning(
              "how full the file system of " + there + " is cannot be told (" + failed + ")",
              "a full disk would stop the miner without this warning",
              "df " + there));
    }
    return found;
  }

  private void bytes(Volumes.Volume volume, List<Finding> found) {
    MediaNeed media = need.get();
    String what = Sizes.words(volume.free()) + " free for " + folder;
    if (volume.free() < LEAST_BYTES) {
      found.add(
          Finding.lasting(
              what + ", less than " + Sizes.words(LEAST_BYTES),
              "paid results can soon not be stored any more",
              "make room, or set " + setting + " to a larger disk"));
    } else if (volume.free() < media.bytes()) {
      found.add(
          new Finding.Warning(
              what,
              media.words() + " may be needed",
              "make room, or set " + setting + " to a larger disk"));
    } else if (found.isEmpty()) {
      found.add(new Finding.Ok(what + " (" + media.words() + ")"));
    }
  }

  private void files(Volumes.Volume volume, List<Finding> found) {
    if (volume.freeFiles().isEmpty() || volume.freeFiles().getAsLong() >= FEW_FILES) {
      return;
    }
    long files = volume.freeFiles().getAsLong();
    String what = "the file system of " + folder + " takes only " + files + " more files";
    String next = "delete small files there (df -i shows it), or set " + setting + " elsewhere";
    found.add(
        files < LEAST_FILES
            ? Finding.lasting(what, "results can soon not be stored, whatever room there is", next)
            : new Finding.Warning(what, "every result takes one or two", next));
  }

  // A file that is made and taken away again: permissions alone do not tell of a full or
  // write-protected disk.
  private void writable(Path there, List<Finding> found) {
    try {
      Path probe = Files.createTempFile(there, ".gascli-doctor", null);
      try {
        Files.write(probe, new byte[1]);
      } finally {
        Files.deleteIfExists(probe);
      }
    } catch (IOException refused) {
      found.add(
          Finding.lasting(
              there + " cannot be written (" + refused.getClass().getSimpleName() + ")",
              "the miner does not start, or cannot keep what was paid for",
              "make it writable for this user, or set " + setting + " to another folder"));
    }
  }

  // What does not exist yet is made at the start, below the nearest that does.
  private static Path nearest(Path folder) {
    Path at = folder;
    Path above = at.getParent();
    while (!Files.exists(at) && above != null) {
      at = above;
      above = at.getParent();
    }
    return at;
  }
}
