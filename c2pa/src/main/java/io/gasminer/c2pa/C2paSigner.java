package io.gasminer.c2pa;

import io.gasminer.c2pa.ClaimDraft.Version;
import io.gasminer.c2pa.asset.Container;
import io.gasminer.c2pa.asset.DamagedAsset;
import io.gasminer.c2pa.asset.Embedding;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.cose.CoseSigner;
import io.gasminer.c2pa.cose.SigningCredential;
import io.gasminer.c2pa.cose.TimeStampSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Owns the signing of media with a new manifest in place of any they have: PNG, JPEG, ISO base
 * media (MP4, MOV, HEIC, AVIF) and whatever else the containers can carry a store in. Manifests
 * that are there stay only as those of an {@link IngredientDraft}. Thread-safe when its credential,
 * source of time and randomness are.
 */
public final class C2paSigner {
  private final CoseSigner signer;
  private final RandomGenerator random;

  /** Signs with that credential, without attested time. */
  public C2paSigner(SigningCredential credential, RandomGenerator random) {
    this(new CoseSigner(credential, Optional.empty()), random);
  }

  /** Signs with that credential and has the time of each signature attested. */
  public C2paSigner(SigningCredential credential, TimeStampSource time, RandomGenerator random) {
    this(new CoseSigner(credential, Optional.of(time)), random);
  }

  private C2paSigner(CoseSigner signer, RandomGenerator random) {
    this.signer = signer;
    this.random = random;
  }

  /** The signed asset. */
  public byte[] sign(byte[] asset, ClaimDraft draft) throws CannotSign {
    try (Source source = Source.of(asset)) {
      Layout layout = layout(source, draft);
      ByteArrayOutputStream out = new ByteArrayOutputStream((int) layout.embedding().size());
      layout.embedding().write(source, layout.room(), out);
      byte[] signed = out.toByteArray();
      byte[] store = layout.embedding().wrap(layout.store(Source.of(signed)));
      int at = (int) layout.embedding().exclusion().offset();
      System.arraycopy(store, 0, signed, at, store.length);
      return signed;
    } catch (DamagedAsset damaged) {
      throw new CannotSign(damaged.reason());
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory failed", impossible);
    }
  }

  /**
   * Writes the signed asset to a file, which is created or replaced; neither is held in memory.
   *
   * @param out another file than {@code in}
   */
  public void sign(Path in, Path out, ClaimDraft draft) throws CannotSign, IOException {
    try (Source source = Source.open(in)) {
      replace(out, source, layout(source, draft));
    } catch (DamagedAsset damaged) {
      throw new CannotSign(damaged.reason());
    }
  }

  /**
   * Writes signed media in segments into a folder, each file under its name: the manifest goes into
   * the initialization segment and a proof into each media segment. Each track has a tree of its
   * own. Neither file is held in memory, and nothing is written before all have been looked at.
   *
   * @param segments with one {@code moof} each, those of a track in the order in which they are
   *     played
   * @param folder another than that of the originals; it is created where there is none
   */
  public void signFragmented(Path init, List<Path> segments, Path folder, ClaimDraft draft)
      throws CannotSign, IOException {
    try {
      SegmentedMedia media = SegmentedMedia.of(init, segments, folder);
      DraftRules.check(draft);
      if (draft.binding() != ClaimDraft.Binding.USUAL) {
        throw new CannotSign("media in segments are bound by trees of hashes and nothing else");
      }
      ManifestDraft manifest = new ManifestDraft(draft, MediaType.MP4, random);
      new SegmentSigning(media, manifest, signing(draft.version()), signer.size()).sign();
    } catch (DamagedAsset damaged) {
      throw new CannotSign(damaged.reason());
    }
  }

  private void replace(Path out, Source source, Layout layout)
      throws IOException, DamagedAsset, CannotSign {
    layout.embedding().write(source, layout.room(), out);
    try (Source signed = Source.open(out)) {
      layout.embedding().fill(layout.store(signed), out);
    } catch (CannotSign unbound) {
      Files.deleteIfExists(out);
      throw unbound;
    }
  }

  private UnaryOperator<byte[]> signing(Version version) {
    return switch (version) {
      case FIRST -> signer::signFirst;
      case SECOND -> signer::sign;
    };
  }

  private Layout layout(Source source, ClaimDraft draft)
      throws IOException, DamagedAsset, CannotSign {
    MediaType type = MediaType.recognised(source);
    Optional<Container> container = type.container();
    if (container.isEmpty()) {
      throw new CannotSign("no manifest can be put into " + type.mime());
    }
    DraftRules.check(draft);
    AssetBinding binding =
        switch (draft.binding()) {
          case USUAL -> HardBinding.of(type);
          case BOXES -> BoxesBinding.of(container.get(), source);
          case PARENT -> ParentBinding.of(container.get(), source, draft);
        };
    ManifestDraft manifest = new ManifestDraft(draft, type, random);
    int size = manifest.store(binding.placeholder(), _ -> new byte[signer.size()]).length;
    Embedding embedding = container.get().embed(source, size);
    return new Layout(binding, manifest, embedding, draft.version(), size);
  }

  /** Owns where everything will lie in the signed asset. */
  private final class Layout {
    private final AssetBinding binding;
    private final ManifestDraft manifest;
    private final Embedding embedding;
    private final Version version;
    private final int size;

    Layout(
        AssetBinding binding,
        ManifestDraft manifest,
        Embedding embedding,
        Version version,
        int size) {
      this.binding = binding;
      this.manifest = manifest;
      this.embedding = embedding;
      this.version = version;
      this.size = size;
    }

    Embedding embedding() {
      return embedding;
    }

    /** What stands in the store's place until the asset's hash is known. */
    byte[] room() {
      return new byte[size];
    }

    /** The store for the asset that was written. */
    byte[] store(Source signed) throws IOException, DamagedAsset, CannotSign {
      List<AssertionDraft> bindings = binding.of(signed, embedding.exclusion());
      return manifest.store(bindings, signing(version));
    }
  }
}
