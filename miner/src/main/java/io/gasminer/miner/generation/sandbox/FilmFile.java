package io.gasminer.miner.generation.sandbox;

import io.gasminer.miner.media.PixelSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.Brand;
import org.jcodec.containers.mp4.muxer.MP4Muxer;

/** Writes a painting and its movement as an H.264 video in an MP4; frames on several threads. */
final class FilmFile {
  /** How long a film lasts. */
  static final int SECONDS = 2;

  private static final int FRAMES_PER_SECOND = 10;
  private static final int FRAMES = SECONDS * FRAMES_PER_SECOND;
  private static final int SHORTEST_RUN = 4;
  private static final int HEADERS = 1 << 16;

  private FilmFile() {}

  static byte[] of(Painting painting, Studio studio) throws InterruptedException {
    List<Callable<List<ByteBuffer>>> work = new ArrayList<>();
    // The first frame of each run is encoded twice, so runs are as long as the processors allow.
    int run = Math.max(SHORTEST_RUN, Math.ceilDiv(FRAMES, studio.processors()));
    for (int first = 0; first < FRAMES; first += run) {
      int from = first;
      work.add(() -> FrameEncoder.encode(painting, from, Math.min(FRAMES, from + run), FRAMES));
    }
    List<ByteBuffer> frames = studio.all(work).stream().flatMap(List::stream).toList();
    try {
      return packed(frames, painting.size());
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  private static byte[] packed(List<ByteBuffer> frames, PixelSize size) throws IOException {
    int length = frames.stream().mapToInt(ByteBuffer::remaining).sum();
    ByteBuffer file = ByteBuffer.allocate(length + HEADERS);
    try (ByteBufferSeekableByteChannel channel =
        ByteBufferSeekableByteChannel.writeToByteBuffer(file)) {
      MP4Muxer muxer = MP4Muxer.createMP4Muxer(channel, Brand.MP4);
      MuxerTrack track =
          muxer.addVideoTrack(
              Codec.H264,
              VideoCodecMeta.createSimpleVideoCodecMeta(
                  new Size(size.width(), size.height()), ColorSpace.YUV420J));
      for (int i = 0; i < frames.size(); i++) {
        Packet.FrameType type = i == 0 ? Packet.FrameType.KEY : Packet.FrameType.INTER;
        track.addFrame(Packet.createPacket(frames.get(i), i, FRAMES_PER_SECOND, 1, i, type, null));
      }
      muxer.finish();
      byte[] mp4 = new byte[(int) channel.size()];
      file.get(0, mp4);
      return mp4;
    }
  }
}
