package io.gasminer.miner.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.logging.Logger;
import org.jcodec.common.model.Picture;

/** Decodes the first frame of a video, where its codec is one that can be decoded here. */
final class VideoFrame {
  private static final long MOST_PIXELS = 40_000_000;
  private static final Set<Integer> DECODABLE_PROFILES = Set.of(66, 77, 100);
  private static final Map<String, Integer> ENTRY_SIZES =
      Map.of("stts", 8, "ctts", 8, "stsc", 12, "stco", 4, "co64", 8, "stss", 4);

  static {
    // With no sink of ours jcodec writes its remarks to standard output, which is the operator's.
    Logger.addSink(remark -> {});
  }

  private VideoFrame() {}

  static boolean opens(byte[] media) {
    String type = ContentType.named(media).orElse("");
    if (!type.equals("video/mp4") && !type.equals("video/quicktime")) {
      return type.equals("video/webm");
    }
    return VideoTrack.firstOf(media)
        .filter(track -> track.size().pixels() <= MOST_PIXELS && tablesFit(media))
        .filter(track -> !isDecodable(media, track) || first(media).isPresent())
        .isPresent();
  }

  /** The first frame as jcodec keeps it, if it can be decoded here and does. */
  static Optional<Picture> first(byte[] media) {
    boolean safe =
        tablesFit(media)
            && VideoTrack.firstOf(media).filter(track -> isDecodable(media, track)).isPresent();
    if (!safe) {
      return Optional.empty();
    }
    try (ByteBufferSeekableByteChannel channel =
        ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(media))) {
      return Optional.ofNullable(FrameGrab.createFrameGrab(channel).getNativeFrame());
    } catch (IOException | JCodecException | RuntimeException undecodable) {
      return Optional.empty();
    }
  }

  private static boolean isFragmented(byte[] media) {
    return Box.of(media).stream().anyMatch(box -> box.type().equals("moof"));
  }

  // jcodec allocates what a table claims to hold, so no table may claim more than its box can.
  private static boolean tablesFit(byte[] media) {
    return Box.of(media).stream()
        .filter(box -> box.type().equals("moov"))
        .flatMap(moov -> moov.children(media).stream())
        .filter(box -> box.type().equals("trak"))
        .flatMap(trak -> trak.find(media, "mdia", "minf", "stbl").stream())
        .flatMap(tables -> tables.children(media).stream())
        .allMatch(table -> fits(media, table));
  }

  private static boolean fits(byte[] media, Box table) {
    boolean sizes = table.type().equals("stsz");
    if (sizes && Field.big(media, table.from() + 4L, 4) != 0) {
      return true;
    }
    Optional<Integer> entry =
        sizes ? Optional.of(4) : Optional.ofNullable(ENTRY_SIZES.get(table.type()));
    int head = sizes ? 12 : 8;
    long count = Field.big(media, table.from() + head - 4L, 4);
    return entry.isEmpty()
        || count >= 0 && count * entry.get() <= table.to() - table.from() - (long) head;
  }

  private static boolean isDecodable(byte[] media, VideoTrack track) {
    if (!track.codec().equals("avc1") || track.parameters().length < 4 || isFragmented(media)) {
      return false;
    }
    try {
      SeqParameterSet parameters =
          H264Utils.readSPS(ByteBuffer.wrap(track.parameters()).position(1).slice());
      long macroblocks =
          (parameters.picWidthInMbsMinus1 + 1L) * (parameters.picHeightInMapUnitsMinus1 + 1L);
      return DECODABLE_PROFILES.contains(parameters.profileIdc)
          && parameters.frameMbsOnlyFlag
          && macroblocks * 256 <= MOST_PIXELS;
    } catch (RuntimeException unreadable) {
      // The H.264 reader answers hostile bytes with many kinds of unchecked exceptions.
      return false;
    }
  }
}
