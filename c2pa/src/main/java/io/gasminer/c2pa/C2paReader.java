package io.gasminer.c2pa;

import io.gasminer.c2pa.asset.Container;
import io.gasminer.c2pa.asset.Located;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.Range;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.c2pa.cose.ClaimSignature;
import io.gasminer.c2pa.cose.CoseSign1;
import io.gasminer.c2pa.cose.SignatureVerdict;
import io.gasminer.c2pa.manifest.BoundAsset;
import io.gasminer.c2pa.manifest.Manifest;
import io.gasminer.c2pa.manifest.Signatures;
import io.gasminer.c2pa.manifest.StoreValidation;
import io.gasminer.c2pa.manifest.Validated;
import io.gasminer.c2pa.rules.ReaderRules;
import io.gasminer.c2pa.timestamp.TimeStamp;
import io.gasminer.c2pa.timestamp.TimeStampVerdict;
import io.gasminer.c2pa.x509.TrustStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Owns the reading and validation of the manifest store of an asset, by the rules of the validators
 * of subnet 34. The container is told by magic bytes; nothing is fetched. Safe for any number of
 * threads.
 */
public final class C2paReader {
  private static final String CANNOT_READ = "the file cannot be read: ";

  private final TrustStore trust;
  private final ReaderRules rules;
  private final InstantSource clock;

  /** Judges by this trust and this clock, as the validators' version of the library does. */
  public C2paReader(TrustStore trust, InstantSource clock) {
    this(trust, ReaderRules.PINNED, clock);
  }

  /** Judges by this trust, the rules of that version of the validators' library, and this clock. */
  public C2paReader(TrustStore trust, ReaderRules rules, InstantSource clock) {
    this.trust = trust;
    this.rules = rules;
    this.clock = clock;
  }

  /** Reads a file; it is streamed, not loaded. */
  public ReadResult read(Path file) {
    try (Source source = Source.open(file)) {
      return read(MediaType.of(source), source);
    } catch (IOException unreadable) {
      return unreadable(unreadable);
    }
  }

  /** Reads an asset in memory. */
  public ReadResult read(byte[] asset) {
    try (Source source = Source.of(asset)) {
      return read(MediaType.of(source), source);
    } catch (IOException impossible) {
      return new ReadResult.Unreadable("the asset cannot be read: " + impossible.getMessage());
    }
  }

  /**
   * Reads a file as that type, whatever its bytes say. This is for the types that magic bytes do
   * not tell, SVG and a store of its own; the validators never see a manifest in those.
   */
  public ReadResult readAs(MediaType type, Path file) {
    try (Source source = Source.open(file)) {
      return read(type, source);
    } catch (IOException unreadable) {
      return unreadable(unreadable);
    }
  }

  /** Judges a file by a manifest store that is kept apart from it (specification §11.4). */
  public ReadResult readDetached(byte[] store, Path file) {
    try (Source source = Source.open(file)) {
      MediaType type = MediaType.of(source);
      Optional<Container> container = type.container();
      return container.isEmpty()
          ? new ReadResult.NoManifest("no manifest store speaks of " + type.mime())
          : validate(type, store, new BoundAsset(source, container.get(), new Range(0, 0)), rules);
    } catch (IOException unreadable) {
      return unreadable(unreadable);
    }
  }

  /**
   * Reads a file by the rules of both versions of the validators' library, whichever this reader
   * goes by; the asset is hashed once.
   */
  public Forecast forecast(Path file) {
    try (Source source = Source.open(file)) {
      return forecast(source);
    } catch (IOException unreadable) {
      return new Forecast(unreadable(unreadable), unreadable(unreadable));
    }
  }

  /** Reads an asset in memory by the rules of both versions; it is hashed once. */
  public Forecast forecast(byte[] asset) {
    try (Source source = Source.of(asset)) {
      return forecast(source);
    } catch (IOException impossible) {
      return new Forecast(unreadable(impossible), unreadable(impossible));
    }
  }

  private Forecast forecast(Source source) throws IOException {
    List<ReadResult> both =
        read(MediaType.of(source), source, List.of(ReaderRules.PINNED, ReaderRules.NEWER));
    return new Forecast(both.getFirst(), both.getLast());
  }

  private ReadResult read(MediaType type, Source source) throws IOException {
    return read(type, source, List.of(rules)).getFirst();
  }

  /** One result for each of the rules, in their order. */
  private List<ReadResult> read(MediaType type, Source source, List<ReaderRules> versions)
      throws IOException {
    Optional<Container> container = type.container();
    if (container.isEmpty()) {
      String reason = "no manifest store is looked for in " + type.mime();
      return Collections.nCopies(versions.size(), new ReadResult.NoManifest(reason));
    }
    return switch (container.get().locate(source)) {
      case Located.None none ->
          Collections.nCopies(
              versions.size(), new ReadResult.NoManifest("the asset carries no manifest store"));
      case Located.Damaged damaged ->
          Collections.nCopies(versions.size(), new ReadResult.Unreadable(damaged.reason()));
      case Located.Store store -> {
        BoundAsset asset = new BoundAsset(source, container.get(), extent(store.ranges()));
        List<ReadResult> results = new ArrayList<>();
        for (ReaderRules version : versions) {
          results.add(validate(type, store.bytes(), asset, version));
        }
        yield results;
      }
    };
  }

  private ReadResult validate(MediaType type, byte[] store, BoundAsset asset, ReaderRules version)
      throws IOException {
    ClaimSignature.Standard standard =
        new ClaimSignature.Standard(
            trust.withDefaultUsages(version.usages()), version, clock.instant());
    return switch (StoreValidation.validate(store, asset, new Judgement(standard))) {
      case Validated.Checked checked -> new ReadResult.Report(ValidationReport.of(type, checked));
      case Validated.Unreadable unreadable -> new ReadResult.Unreadable(unreadable.reason());
    };
  }

  private static ReadResult unreadable(IOException cause) {
    return new ReadResult.Unreadable(CANNOT_READ + cause.getMessage());
  }

  private static Range extent(List<Range> ranges) {
    return new Range(ranges.getFirst().offset(), ranges.stream().mapToLong(Range::length).sum());
  }

  private record Judgement(ClaimSignature.Standard standard) implements Signatures {
    @Override
    public ReaderRules rules() {
      return standard.rules();
    }

    @Override
    public SignatureVerdict judge(Manifest manifest, Optional<Instant> stamped) {
      ClaimSignature.Claim claim =
          new ClaimSignature.Claim(
              manifest.claim().bytes(),
              manifest.claim().version(),
              stamped,
              manifest.revocationResponses());
      return ClaimSignature.judge(manifest.signature(), claim, standard);
    }

    @Override
    public boolean isOver(byte[] payload, byte[] identitySignature) {
      return CoseSign1.parse(identitySignature).filter(cose -> cose.isOver(payload)).isPresent();
    }

    @Override
    public Optional<Instant> time(Manifest manifest, byte[] token) {
      TimeStamp.Authority demanded =
          manifest.claim().version() == 1 ? TimeStamp.Authority.ANY : TimeStamp.Authority.TRUSTED;
      return CoseSign1.parse(manifest.signature())
          .map(
              cose ->
                  new TimeStamp(token, cose.signature())
                      .judge(demanded, standard.trust(), standard.now()))
          .flatMap(TimeStampVerdict::time);
    }
  }
}
