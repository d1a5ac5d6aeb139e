package io.gasminer.c2pa;

import static io.gasminer.c2pa.Samples.box;
import static io.gasminer.c2pa.Samples.joined;
import static io.gasminer.c2pa.Samples.letters;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes small unsigned media in segments, and files of them. */
record Segments(Path init, List<Path> media) {
  /** Writes an initialization segment of that many tracks with that many segments of each. */
  static Segments write(Path folder, int tracks, int count) throws IOException {
    Files.createDirectories(folder);
    Path init = Files.write(folder.resolve("init.mp4"), init(tracks));
    List<Path> media = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (int track = 1; track <= tracks; track++) {
        Path segment = folder.resolve(track + "-" + i + ".m4s");
        media.add(Files.write(segment, segment(track, i)));
      }
    }
    return new Segments(init, media);
  }

  /** The same names in another folder. */
  Segments in(Path folder) {
    return new Segments(
        folder.resolve(init.getFileName()),
        media.stream().map(path -> folder.resolve(path.getFileName())).toList());
  }

  static byte[] init(int tracks) {
    byte[] all = box("mvhd", new byte[100]);
    byte[] defaults = new byte[0];
    for (int track = 1; track <= tracks; track++) {
      byte[] head = ByteBuffer.allocate(84).putInt(0).putInt(0).putInt(0).putInt(track).array();
      all = joined(all, box("trak", box("tkhd", head)));
      defaults =
          joined(defaults, box("trex", ByteBuffer.allocate(24).putInt(0).putInt(track).array()));
    }
    byte[] type = box("ftyp", letters("iso6\0\0\0\0iso6dash"));
    return joined(type, box("moov", all, box("mvex", defaults)));
  }

  static byte[] segment(int track, int number) {
    byte[] fragment = fragment(track, number);
    ByteBuffer index = ByteBuffer.allocate(36).putInt(0).putInt(track).putInt(1000);
    index.putInt(number * 1000).putInt(0).putShort((short) 0).putShort((short) 1);
    index.putInt(fragment.length).putInt(1000).putInt(0x90000000);
    return joined(box("styp", letters("msdh\0\0\0\0msdh")), box("sidx", index.array()), fragment);
  }

  /** One {@code moof} with its {@code mdat}. */
  static byte[] fragment(int track, int number) {
    byte[] header = box("mfhd", ByteBuffer.allocate(8).putInt(0).putInt(number + 1).array());
    byte[] of = box("tfhd", ByteBuffer.allocate(8).putInt(0x020000).putInt(track).array());
    byte[] run = box("trun", ByteBuffer.allocate(8).putInt(0).putInt(1).array());
    byte[] media = ByteBuffer.wrap(Samples.media()).putInt(0, track * 1000 + number).array();
    return joined(box("moof", header, box("traf", of, run)), box("mdat", media));
  }
}
