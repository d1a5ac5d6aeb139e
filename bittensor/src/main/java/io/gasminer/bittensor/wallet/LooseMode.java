package io.gasminer.bittensor.wallet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Owns the warning that others than the owner may reach a file with a secret.
 *
 * @param mode the permissions as {@code ls} prints them, without the type
 */
public record LooseMode(Path path, String mode) {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /** The warning, or empty when the file is its owner's alone, absent, or has no such modes. */
  public static Optional<LooseMode> of(Path path) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      return OWNERS.containsAll(permissions)
          ? Optional.empty()
          : Optional.of(new LooseMode(path, PosixFilePermissions.toString(permissions)));
    } catch (IOException | UnsupportedOperationException noModeToJudge) {
      return Optional.empty();
    }
  }

  /** The permissions of any file as {@code ls} prints them, where it has such. */
  public static Optional<String> permissions(Path path) {
    try {
      return Optional.of(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    } catch (IOException | UnsupportedOperationException none) {
      return Optional.empty();
    }
  }

  /** What it means and what to do. */
  public String advice() {
    return "Others on this machine may reach the hotkey in %s (%s): whoever reads it can sign as you. Next step: chmod 600 %s"
        .formatted(path, mode, path);
  }
}
