package io.gasminer.miner.audit;

import io.gasminer.miner.mailbox.StateFile;
import io.gasminer.miner.task.Media;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Owns the folder {@code evidence} of the state folder: what audits found, their samples, and the
 * jobs that are under way.
 *
 * <p>Files are written whole or not at all and are their owner's alone. Thread-safe.
 */
public record EvidenceFolder(Path path) {
  private static final int LARGEST = 256 * 1024;
  private static final Map<String, String> ENDINGS =
      Map.of(
          "image/png", ".png",
          "image/jpeg", ".jpg",
          "image/webp", ".webp",
          "image/gif", ".gif",
          "video/mp4", ".mp4",
          "video/quicktime", ".mov");

  /** The folder in that state folder; nothing is made until something is kept. */
  public static EvidenceFolder in(Path stateDir) {
    return new EvidenceFolder(stateDir.resolve("evidence"));
  }

  /** What the last audit of the model found; a file that nobody can read is no evidence. */
  public Optional<Evidence> find(AuditedModel model) {
    try {
      return verdict(model).read().flatMap(EvidenceJson::evidence);
    } catch (IOException | JacksonException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * The sample that is under way.
   *
   * @throws IOException when there is a file that cannot be read: a job may stand in it
   */
  public Optional<PendingSample> pending(AuditedModel model) throws IOException {
    Optional<byte[]> file = job(model).read();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<PendingSample> found = EvidenceJson.pending(file.get());
      if (found.isPresent()) {
        return found;
      }
    } catch (JacksonException notJson) {
      // Falls through to the one answer for what is no job.
    }
    throw new IOException(job(model).path() + " is damaged, and a job may stand in it");
  }

  /** The sample of this evidence, for looking at. */
  public Optional<Path> sample(Evidence evidence) {
    return evidence.made().map(made -> path.resolve(made.file())).filter(Files::isRegularFile);
  }

  void remember(PendingSample pending) throws IOException {
    job(pending.model()).write(EvidenceJson.of(pending));
  }

  void forget(AuditedModel model) throws IOException {
    job(model).remove();
  }

  /** Keeps the sample, and gives its name. */
  String keep(AuditedModel model, Media media) throws IOException {
    String type = media.contentType().toLowerCase(Locale.ROOT);
    String name = model.fileName() + ENDINGS.getOrDefault(type, ".bin");
    new StateFile(path.resolve(name), 0).write(media.bytes());
    return name;
  }

  /** Replaces what an earlier audit found, and its sample where that has another name. */
  void keep(Evidence evidence) throws IOException {
    Optional<Path> earlier = find(evidence.model()).flatMap(this::sample);
    verdict(evidence.model()).write(EvidenceJson.of(evidence));
    if (earlier.isPresent() && !earlier.equals(sample(evidence))) {
      Files.deleteIfExists(earlier.get());
    }
  }

  /** One audit at a time: the claim, or empty while another process holds it. */
  public Optional<FileChannel> claim() throws IOException {
    Path lock = path.resolve("audit.lock");
    if (!Files.exists(lock)) {
      new StateFile(lock, 0).write(new byte[0]);
    }
    FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // As if another process held it.
    }
    channel.close();
    return Optional.empty();
  }

  private StateFile verdict(AuditedModel model) {
    return new StateFile(path.resolve(model.fileName() + ".json"), LARGEST);
  }

  private StateFile job(AuditedModel model) {
    return new StateFile(path.resolve(model.fileName() + ".job"), LARGEST);
  }
}
