package io.gasminer.c2pa.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A store that is put into an asset is found there, and the rest stays as it was. */
class EmbeddingTest {
  private static final int[] SIZES = {100, 255, 256, 63_999, 64_000, 64_001, 200_003};

  @Test
  void everyContainerGivesBackTheStoreThatWasPutIntoIt() throws Exception {
    for (Map.Entry<MediaType, byte[]> asset : samples().entrySet()) {
      byte[] changed = asset.getValue();
      for (int size : SIZES) {
        byte[] store = store(size);
        Embedding embedding = plan(changed, size);
        changed = embedded(changed, embedding, store);
        assertThat(changed).as("%s", asset.getKey()).hasSize((int) embedding.size());
        try (Source source = Source.of(changed)) {
          assertThat(MediaType.of(source)).isEqualTo(asset.getKey());
          Located located = asset.getKey().container().orElseThrow().locate(source);
          assertThat(located).isInstanceOf(Located.Store.class);
          assertThat(((Located.Store) located).bytes()).isEqualTo(store);
        }
      }
    }
  }

  @Test
  void theWrappedStoreLiesWhereTheExclusionSays() throws Exception {
    for (byte[] asset : samples().values()) {
      Embedding embedding = plan(asset, 5000);
      byte[] store = store(5000);
      byte[] changed = embedded(asset, embedding, store);
      int start = (int) embedding.exclusion().offset();
      byte[] wrapped = embedding.wrap(store);
      assertThat(embedding.exclusion().length()).isEqualTo(wrapped.length);
      assertThat(changed).containsSubsequence(wrapped);
      for (int i = 0; i < wrapped.length; i++) {
        assertThat(changed[start + i]).isEqualTo(wrapped[i]);
      }
    }
  }

  @Test
  void puttingAStoreInPlaceOfAnotherOfItsSizeChangesNothingElse() throws Exception {
    for (byte[] asset : samples().values()) {
      byte[] once = embedded(asset, plan(asset, 3000), store(3000));
      byte[] twice = embedded(once, plan(once, 3000), store(3000));
      boolean tiff = asset[0] == 'I' || asset[0] == 'M';
      if (!tiff) {
        assertThat(twice).isEqualTo(once);
      }
    }
  }

  private static Embedding plan(byte[] asset, int size) throws IOException, DamagedAsset {
    try (Source source = Source.of(asset)) {
      return MediaType.of(source).container().orElseThrow().embed(source, size);
    }
  }

  private static byte[] embedded(byte[] asset, Embedding embedding, byte[] store)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Source source = Source.of(asset)) {
      embedding.write(source, store, out);
    }
    return out.toByteArray();
  }

  private static byte[] store(int size) {
    byte[] store = new byte[size];
    new Random(size).nextBytes(store);
    if (size > 24) {
      // A JPEG tells a store by the content type in its description.
      byte[] head = "....jumb....jumdc2pa....".getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(head, 0, store, 0, head.length);
    }
    return store;
  }

  /** The smallest whole file of each type. */
  private static Map<MediaType, byte[]> samples() throws IOException {
    Path media = Path.of(System.getProperty("gasminer.shared", ""), "data", "c2pa", "media");
    assumeTrue(Files.exists(media), "skipped: -Dgasminer.shared names no folder with data/c2pa");
    Map<MediaType, Path> smallest = new EnumMap<>(MediaType.class);
    try (Stream<Path> files = Files.walk(media.resolve("generated"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        try (Source source = Source.open(file)) {
          MediaType type = MediaType.of(source);
          boolean fits = type.container().isPresent() && hasStore(type, source);
          if (fits
              && (!smallest.containsKey(type)
                  || Files.size(file) < Files.size(smallest.get(type)))) {
            smallest.put(type, file);
          }
        }
      }
    }
    Map<MediaType, byte[]> samples = new EnumMap<>(MediaType.class);
    for (Map.Entry<MediaType, Path> file : smallest.entrySet()) {
      samples.put(file.getKey(), Files.readAllBytes(file.getValue()));
    }
    assertThat(samples.keySet())
        .containsAll(List.of(MediaType.PNG, MediaType.JPEG, MediaType.MP4, MediaType.WEBP));
    return samples;
  }

  private static boolean hasStore(MediaType type, Source source) throws IOException {
    return type.container().orElseThrow().locate(source) instanceof Located.Store;
  }
}
