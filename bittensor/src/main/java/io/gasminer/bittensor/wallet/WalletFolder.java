package io.gasminer.bittensor.wallet;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Owns where a wallet keeps its files, and the writing of a hotkey: whole or not at all, its
 * owner's alone from the first byte, and never over another by accident.
 *
 * @param path the folder of this wallet, {@code ~/.bittensor/wallets/<name>}
 */
public record WalletFolder(Path path) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,99}");

  /** What writing ended in. */
  public sealed interface Outcome {
    /** It is on disk. */
    record Written(Path file) implements Outcome {}

    /** There is one already, and it was not to be replaced. */
    record Exists(Path file) implements Outcome {}

    /** The disk or the folder refuses. */
    record Failed(String reason) implements Outcome {}
  }

  /** Whether that may be the name of a wallet or a hotkey: a file's name, and no way out of it. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The file with the secret. */
  public Path hotkey(String name) {
    return path.resolve("hotkeys").resolve(name);
  }

  /** The file beside it, with the address alone. */
  public Path hotkeyPublic(String name) {
    return path.resolve("hotkeys").resolve(name + "pub.txt");
  }

  /** The address of the coldkey, which is never needed here. */
  public Path coldkeyPublic() {
    return path.resolve("coldkeypub.txt");
  }

  /** Writes a hotkey and the public file beside it. */
  public Outcome write(String name, byte[] content, byte[] publicContent, boolean replacing) {
    try {
      Files.createDirectories(path.resolve("hotkeys"), mode(path, "rwx------"));
      if (!place(hotkey(name), content, replacing)) {
        return new Outcome.Exists(hotkey(name));
      }
      place(hotkeyPublic(name), publicContent, true);
      return new Outcome.Written(hotkey(name));
    } catch (IOException refused) {
      return new Outcome.Failed(String.valueOf(refused));
    }
  }

  private static boolean place(Path file, byte[] content, boolean replacing) throws IOException {
    Path draft =
        file.resolveSibling("." + file.getFileName() + ".new-" + ProcessHandle.current().pid());
    Files.deleteIfExists(draft);
    try {
      try (FileChannel channel =
          FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), mode(file, "rw-------"))) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      if (replacing) {
        Files.move(draft, file, ATOMIC_MOVE);
      } else {
        claim(file, draft);
      }
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  // A link, unlike a move, fails where the name is taken; not every file system has links.
  private static void claim(Path file, Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (FileSystemException | UnsupportedOperationException noLinks) {
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      Files.move(draft, file, ATOMIC_MOVE);
    }
  }

  private static FileAttribute<?>[] mode(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
