package io.gasminer.miner.audit;

import io.gasminer.miner.generation.ModelCard;
import io.gasminer.miner.task.Modality;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Owns which model evidence speaks of, and the name of its files. */
public record AuditedModel(String service, Modality modality, String model) {
  private static final int LONGEST_NAME = 80;
  private static final int HEX_DIGITS = 8;

  /** The model of a catalogue row. */
  public static AuditedModel of(ModelCard card) {
    return new AuditedModel(card.provider(), card.modality(), card.model());
  }

  /** A name for files: readable, no path in it, and never another model's. */
  String fileName() {
    String whole = service + " " + modality.wireName() + " " + model;
    String readable = whole.replaceAll("[^A-Za-z0-9.-]+", "_").replaceFirst("^\\.+", "_");
    return readable.substring(0, Math.min(readable.length(), LONGEST_NAME)) + "-" + digest(whole);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
