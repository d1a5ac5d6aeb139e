package io.gasminer.c2pa.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The store of a PDF is found by its cross-reference, however that is written. */
class PdfTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final byte[] STORE =
      "a store with\nendstream in it".getBytes(StandardCharsets.US_ASCII);

  @Test
  void theStoreIsFoundByATable() throws IOException {
    assertStore(PdfSamples.withTable(STORE), STORE);
  }

  @Test
  void theStoreIsFoundByAStreamAndThroughObjectStreams() throws IOException {
    assertStore(PdfSamples.withStreams(STORE), STORE);
  }

  @Test
  void anUpdateCountsBeforeWhatItUpdates() throws IOException {
    byte[] newer = {1, 2, 3};
    assertStore(PdfSamples.updated(STORE, newer), newer);
  }

  @Test
  void offsetsCountFromTheHeader() throws IOException {
    byte[] pdf = PdfSamples.withTable(STORE);
    byte[] shifted = new byte[pdf.length + 100];
    System.arraycopy(pdf, 0, shifted, 100, pdf.length);
    assertStore(shifted, STORE);
  }

  @Test
  void aTableThatNumbersItsObjectsWronglyIsRead() throws IOException {
    String pdf = new String(PdfSamples.withTable(STORE), StandardCharsets.ISO_8859_1);
    assertStore(
        pdf.replace("xref\n0 9\n", "xref\n1 9\n").getBytes(StandardCharsets.ISO_8859_1), STORE);
  }

  @Test
  void withoutAssociatedFilesThereIsNone() throws IOException {
    assertThat(locate(PdfSamples.of(List.of("<</Type/Catalog>>"), "/Root 1 0 R")))
        .isInstanceOf(Located.None.class);
    assertThat(locate(PdfSamples.of(List.of("<</Type/Catalog/AF[7 0 R]>>"), "/Root 1 0 R")))
        .isInstanceOf(Located.None.class);
    assertThat(locate(PdfSamples.of(List.of("1"), ""))).isInstanceOf(Located.None.class);
  }

  @Test
  void anEncryptedFileCountsAsWithout() throws IOException {
    String pdf = new String(PdfSamples.withTable(STORE), StandardCharsets.ISO_8859_1);
    byte[] encrypted =
        pdf.replace("/Root 1 0 R", "/Root 1 0 R/Encrypt 6 0 R")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(locate(encrypted)).isInstanceOf(Located.None.class);
  }

  @Test
  void aPromiseOfAStoreThatIsNotKeptIsDamage() throws IOException {
    String file = "<</AFRelationship/C2PA_Manifest>>";
    assertThat(locate(PdfSamples.of(List.of("<</AF[2 0 R]>>", file), "/Root 1 0 R")))
        .isInstanceOf(Located.Damaged.class);
  }

  @Test
  void whatPointsInACircleEnds() throws IOException {
    assertThat(locate(PdfSamples.of(List.of("<</AF 2 0 R>>", "3 0 R", "2 0 R"), "/Root 1 0 R")))
        .isInstanceOf(Located.None.class);
    assertThat(locate(PdfSamples.of(List.of("<</AF 2 0 R>>"), "/Root 1 0 R/Prev 20/XRefStm 9")))
        .isInstanceOf(Located.Damaged.class);
    String streams = "<</Type/ObjStm/Length 1 0 R/N 1/First 4>>stream\n1 0 \nendstream";
    assertThat(locate(PdfSamples.of(List.of(streams), "/Root 1 0 R")))
        .isInstanceOf(Located.None.class);
  }

  @Test
  void valuesThatAreNestedDeeplyOrRepeatedAThousandfoldEndSoon() throws IOException {
    long start = System.nanoTime();
    assertThat(locate(PdfSamples.of(List.of("[".repeat(3_000_000)), "/Root 1 0 R"))).isNotNull();
    assertThat(locate(PdfSamples.of(List.of("(".repeat(3_000_000)), "/Root 1 0 R"))).isNotNull();
    String much = "<</AF[" + "2 0 R ".repeat(900_000) + "]>>";
    String large = "<</A(" + "a".repeat(100_000) + ")>>";
    assertThat(locate(PdfSamples.of(List.of(much, large), "/Root 1 0 R")))
        .isInstanceOf(Located.Damaged.class);
    List<String> objects = Collections.nCopies(310_000, "1");
    assertThat(locate(PdfSamples.of(objects, "/Root 1 0 R"))).isInstanceOf(Located.Damaged.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON.multipliedBy(2));
  }

  @Test
  void aStreamThatGrowsWithoutEndIsDamage() {
    PdfValue.Dictionary flate =
        new PdfValue.Dictionary(Map.of("Filter", new PdfValue.Name("FlateDecode")));
    byte[] bomb = PdfSamples.deflated(new byte[9 * 1024 * 1024]);
    assertThatThrownBy(() -> PdfFilter.plain(flate, bomb)).isInstanceOf(DamagedAsset.class);
  }

  private static void assertStore(byte[] pdf, byte[] expected) throws IOException {
    assertThat(locate(pdf))
        .isInstanceOfSatisfying(
            Located.Store.class,
            store -> {
              assertThat(store.bytes()).isEqualTo(expected);
              Range range = store.ranges().getFirst();
              assertThat(Arrays.copyOfRange(pdf, (int) range.offset(), (int) range.end()))
                  .isEqualTo(expected);
            });
  }

  private static Located locate(byte[] pdf) throws IOException {
    try (Source source = Source.of(pdf)) {
      return new Pdf().locate(source);
    }
  }
}
