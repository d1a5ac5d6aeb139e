package io.gasminer.c2pa.asset;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Owns PDF: the store is an embedded file that the catalog associates as {@code C2PA_Manifest}
 * (specification appendix A). It is read, never written. An encrypted PDF counts as without a
 * store, since its objects cannot be told.
 */
final class Pdf implements Container {
  @Override
  public Located locate(Source source) throws IOException {
    try {
      PdfDocument document = new PdfDocument(source);
      Optional<PdfValue.Dictionary> file =
          document.trailer().get("Encrypt").isPresent() ? Optional.empty() : manifest(document);
      if (document.isExhausted()) {
        return new Located.Damaged("a PDF that takes too much work");
      }
      return file.isEmpty() ? new Located.None() : store(source, document, file.get());
    } catch (DamagedAsset damaged) {
      return new Located.Damaged(damaged.reason());
    }
  }

  @Override
  public List<NamedRange> parts(Source source) throws DamagedAsset {
    throw new DamagedAsset("PDF has no boxes hash");
  }

  @Override
  public Embedding embed(Source source, int storeSize) throws DamagedAsset {
    throw new DamagedAsset("no manifest is put into PDF");
  }

  /** The file specification of the store; the first counts. */
  private static Optional<PdfValue.Dictionary> manifest(PdfDocument document) throws IOException {
    Optional<PdfValue.Dictionary> catalog = document.dictionary(document.trailer().get("Root"));
    Optional<PdfValue> files = document.resolved(catalog.flatMap(root -> root.get("AF")));
    if (files.isEmpty() || !(files.get() instanceof PdfValue.Items(List<PdfValue> values))) {
      return Optional.empty();
    }
    for (PdfValue value : values) {
      if (value instanceof PdfValue.Reference) {
        Optional<PdfValue.Dictionary> file = document.dictionary(Optional.of(value));
        Optional<PdfValue> relationship =
            document.resolved(file.flatMap(found -> found.get("AFRelationship")));
        if (relationship.filter(new PdfValue.Name("C2PA_Manifest")::equals).isPresent()) {
          return file;
        }
      }
    }
    return Optional.empty();
  }

  private static Located store(Source source, PdfDocument document, PdfValue.Dictionary file)
      throws IOException, DamagedAsset {
    Optional<PdfValue> embedded =
        document.dictionary(file.get("EF")).flatMap(files -> files.get("F"));
    if (embedded.isEmpty() || !(embedded.get() instanceof PdfValue.Reference reference)) {
      throw new DamagedAsset("a PDF that promises a manifest store and has none");
    }
    Range range =
        document.content(
            document
                .object(reference)
                .orElseThrow(() -> new DamagedAsset("a PDF whose manifest store is missing")));
    if (range.length() == 0) {
      return new Located.None();
    }
    return range.length() > LONGEST_STORE
        ? new Located.Damaged("the manifest store is too long")
        : new Located.Store(source.read(range.offset(), (int) range.length()), List.of(range));
  }
}
