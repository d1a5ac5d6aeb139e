package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Owns the media types, and how they are told by their first bytes; a file's name never counts.
 * There are two ways to tell: the table of the validators, {@link #of}, which takes much for
 * unknown, and {@link #recognised}, which knows every container that can be read.
 */
public enum MediaType {
  PNG("png", "image/png"),
  JPEG("jpg", "image/jpeg"),
  WEBP("webp", "image/webp"),
  GIF("gif", "image/gif"),
  BMP("bmp", "image/bmp"),
  TIFF("tiff", "image/tiff"),
  HEIC("heic", "image/heic"),
  AVIF("avif", "image/avif"),
  M4A("m4a", "audio/mp4"),
  MOV("mov", "video/quicktime"),
  THREE_GP("3gp", "video/3gpp"),
  MP4("mp4", "video/mp4"),
  WEBM("webm", "video/webm"),
  AVI("avi", "video/x-msvideo"),
  MP3("mp3", "audio/mpeg"),
  WAV("wav", "audio/wav"),
  FLAC("flac", "audio/flac"),
  OGG("ogg", "audio/ogg"),
  SVG("svg", "image/svg+xml"),
  JPEG_XL("jxl", "image/jxl"),
  BIG_TIFF("tif", "image/tiff"),
  PDF("pdf", "application/pdf"),
  OTF("otf", "font/otf"),
  TTF("ttf", "font/ttf"),
  /** A manifest store in a file of its own. */
  STORE("c2pa", "application/c2pa"),
  UNKNOWN("bin", "application/octet-stream");

  private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "hevc", "mif1", "msf1");
  private static final Set<String> THREE_GP_BRANDS = Set.of("3gp4", "3gp5", "3gp6", "3g2a");
  private static final Set<Integer> MP3_SYNC = Set.of(0xFFFB, 0xFFFA, 0xFFF3, 0xFFF2);

  private final String extension;
  private final String mime;

  MediaType(String extension, String mime) {
    this.extension = extension;
    this.mime = mime;
  }

  /** The usual extension, without a dot. */
  public String extension() {
    return extension;
  }

  /** The Internet media type. */
  public String mime() {
    return mime;
  }

  /** Whether the validators' table has the type; in any other they see no manifest. */
  public boolean isTold() {
    return compareTo(SVG) < 0;
  }

  /**
   * The type with that extension or Internet media type, as in {@code jpg} or {@code image/jpeg}.
   */
  public static Optional<MediaType> named(String name) {
    return Stream.of(values())
        .filter(type -> type.extension.equals(name) || type.mime.equals(name))
        .findFirst();
  }

  /** The type of an asset by its magic bytes, whether or not the validators tell it. */
  public static MediaType recognised(Source source) throws IOException {
    MediaType told = of(source);
    return told == UNKNOWN ? UntoldTypes.of(source) : told;
  }

  /** The type that the validators take an asset for, by its magic bytes. */
  public static MediaType of(Source source) throws IOException {
    if (source.has(0, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})) {
      return PNG;
    }
    if (source.has(0, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})) {
      return JPEG;
    }
    if (source.has(0, "GIF87a") || source.has(0, "GIF89a")) {
      return GIF;
    }
    if (source.has(0, "BM")) {
      return BMP;
    }
    if (source.has(0, new byte[] {'I', 'I', 0x2A, 0})
        || source.has(0, new byte[] {'M', 'M', 0, 0x2A})) {
      return TIFF;
    }
    if (source.has(4, "ftyp") && source.size() >= 12) {
      return ofBrand(source.fourLetters(8));
    }
    return ofSound(source);
  }

  /** The class that walks this container, where there is one. */
  public Optional<Container> container() {
    return switch (this) {
      case PNG -> Optional.of(new Png());
      case JPEG -> Optional.of(new Jpeg());
      case HEIC, AVIF, M4A, MOV, MP4, THREE_GP -> Optional.of(new Bmff());
      case WEBP, WAV, AVI -> Optional.of(new Riff());
      case GIF -> Optional.of(new Gif());
      case TIFF, BIG_TIFF -> Optional.of(new Tiff());
      case MP3, FLAC -> Optional.of(new Id3());
      case SVG -> Optional.of(new Svg());
      case JPEG_XL -> Optional.of(new JpegXl());
      case PDF -> Optional.of(new Pdf());
      case STORE -> Optional.of(new BareStore());
      case BMP, WEBM, OGG, OTF, TTF, UNKNOWN -> Optional.empty();
    };
  }

  private static MediaType ofBrand(String brand) {
    if (HEIC_BRANDS.contains(brand)) {
      return HEIC;
    }
    if (THREE_GP_BRANDS.contains(brand)) {
      return THREE_GP;
    }
    return switch (brand) {
      case "avif", "avis" -> AVIF;
      case "M4A ", "M4B " -> M4A;
      case "qt  " -> MOV;
      default -> MP4;
    };
  }

  private static MediaType ofSound(Source source) throws IOException {
    if (source.has(0, new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3})) {
      return WEBM;
    }
    if (source.has(0, "RIFF") && source.size() >= 12) {
      return switch (source.fourLetters(8)) {
        case "WEBP" -> WEBP;
        case "WAVE" -> WAV;
        case "AVI " -> AVI;
        default -> UNKNOWN;
      };
    }
    if (source.has(0, "fLaC")) {
      return FLAC;
    }
    if (source.has(0, "OggS")) {
      return OGG;
    }
    boolean mp3 = source.has(0, "ID3") || (source.size() >= 2 && MP3_SYNC.contains(source.u16(0)));
    return mp3 ? MP3 : UNKNOWN;
  }
}
