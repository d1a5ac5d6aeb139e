package io.gasminer.miner.generation.sandbox;

import io.gasminer.miner.media.PixelSize;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;

/**
 * Encodes each frame from itself alone, so that runs of frames may be encoded on several threads.
 *
 * <p>Only the first is an IDR picture: two of those after one another would need different ids,
 * which jcodec does not write.
 */
final class FrameEncoder extends H264Encoder {
  private static final int BT_709 = 1;
  private static final int UNSPECIFIED_FORMAT = 5;

  private FrameEncoder() {
    super(new ConstantQuality());
  }

  /** The frames of a run, in order; the run that begins with frame 0 begins the video. */
  static List<ByteBuffer> encode(Painting painting, int from, int to, int frames) {
    FrameEncoder encoder = new FrameEncoder();
    PixelSize size = painting.size();
    ByteBuffer room = ByteBuffer.allocate(size.width() * size.height() * 2);
    List<ByteBuffer> encoded = new ArrayList<>();
    for (int number = from; number < to; number++) {
      Picture picture = Frame.of(painting, (float) number / (frames - 1));
      if (number == from) {
        // jcodec makes its parameter sets only with an IDR picture; of later runs it is dropped.
        ByteBuffer first = encoder.doEncodeFrame(picture, room.clear(), true, 0, SliceType.I);
        if (number == 0) {
          encoded.add(kept(first));
          continue;
        }
      }
      encoded.add(kept(encoder.doEncodeFrame(picture, room.clear(), false, number, SliceType.I)));
    }
    return encoded;
  }

  @Override
  public SeqParameterSet initSPS(Size size) {
    SeqParameterSet parameters = super.initSPS(size);
    VUIParameters display = new VUIParameters();
    display.videoSignalTypePresentFlag = true;
    display.videoFormat = UNSPECIFIED_FORMAT;
    display.colourDescriptionPresentFlag = true;
    display.colourPrimaries = BT_709;
    display.transferCharacteristics = BT_709;
    display.matrixCoefficients = BT_709;
    parameters.vuiParams = display;
    return parameters;
  }

  private static ByteBuffer kept(ByteBuffer encoded) {
    ByteBuffer kept = ByteBuffer.allocate(encoded.remaining());
    return kept.put(encoded).flip();
  }

  /** The same quantiser for every macroblock. */
  private static final class ConstantQuality implements RateControl {
    // jcodec rounds small differences away: above this, soft gradients shift their colour.
    private static final int QUANTISER = 12;

    @Override
    public int startPicture(Size size, int mostBytes, SliceType type) {
      return QUANTISER;
    }

    @Override
    public int initialQpDelta() {
      return 0;
    }

    @Override
    public int accept(int bits) {
      return 0;
    }
  }
}
