package io.gasminer.gascli;

import io.gasminer.c2pa.x509.AnchorList;
import io.gasminer.c2pa.x509.Certificate;
import io.gasminer.c2pa.x509.Pem;
import io.gasminer.c2pa.x509.TrustAnchor;
import io.gasminer.c2pa.x509.TrustStore;
import io.gasminer.gascli.trust.KeptList;
import io.gasminer.gascli.trust.KeptLists;
import io.gasminer.gascli.trust.KnownSet;
import io.gasminer.miner.provenance.AnchorSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Owns the flags that say whom a verification trusts. */
final class TrustOptions {
  /** The set to begin with. */
  enum Base {
    SN34,
    C2PA,
    NONE;

    /** The set that a flag names. */
    static Base named(String name) {
      return Stream.of(values())
          .filter(base -> base.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .orElseThrow(
              () -> new TypeConversionException("'" + name + "' is none of sn34, c2pa, none"));
    }
  }

  /** Owns the reading of the flag's value. */
  static final class Named implements ITypeConverter<Base> {
    @Override
    public Base convert(String name) {
      return Base.named(name);
    }
  }

  @Option(
      names = "--trust",
      paramLabel = "SET",
      defaultValue = "sn34",
      converter = Named.class,
      description =
          "whom to trust: sn34 (the validators' anchors), c2pa (the official trust lists) or none"
              + " (default: sn34); 'gascli trust list' shows them")
  private Base base = Base.SN34;

  @Option(
      names = "--anchors",
      paramLabel = "PEM",
      description =
          "certificates that are trusted as anchors besides the set; may be given again; the"
              + " demo's sandbox-root.pem also admits the sandbox's name")
  private List<Path> anchors = List.of();

  @Option(
      names = "--tsa-anchors",
      paramLabel = "PEM",
      description = "anchors of time-stamping authorities alone; may be given again")
  private List<Path> timeAnchors = List.of();

  @Option(
      names = "--allowed",
      paramLabel = "PEM",
      description = "signing certificates that are trusted without a chain; may be given again")
  private List<Path> allowed = List.of();

  @Option(
      names = "--ekus",
      paramLabel = "FILE",
      description =
          "the extended key usages that a signing certificate may have, an OID a line"
              + " (default: those that the validators' reader accepts)")
  private Optional<Path> usages = Optional.empty();

  /**
   * Owns what the flags came to.
   *
   * @param anchors the certificates given as anchors, which are in {@code store} too
   */
  record Trusted(TrustStore store, List<Certificate> anchors) {
    Trusted {
      anchors = List.copyOf(anchors);
    }
  }

  /**
   * Reads the files that the flags name.
   *
   * @throws ParameterException when one cannot be read, or is not what it should be
   */
  Trusted trusted(CommandLine line) {
    List<Certificate> more = certificates(line, "--anchors", anchors);
    TrustStore store =
        store(line)
            .withAnchors(facts(more))
            .withAuthorities(facts(certificates(line, "--tsa-anchors", timeAnchors)))
            .withEndEntities(certificates(line, "--allowed", allowed));
    return new Trusted(
        usages.map(file -> store.withUsages(UsageList.parse(line, file))).orElse(store), more);
  }

  /** The sets that a chain is looked up in, with what the flags give. */
  List<AnchorSet> sets(CommandLine line) {
    List<AnchorSet> sets = new ArrayList<>();
    known(line).stream().map(KnownSet::anchors).forEach(sets::add);
    List<AnchorList.Entry> given =
        new KeptList("--anchors", Instant.EPOCH, certificates(line, "--anchors", anchors))
            .entries();
    if (!given.isEmpty()) {
      sets.add(new AnchorSet("--anchors", given));
    }
    return sets;
  }

  /**
   * All sets in force.
   *
   * @throws ParameterException when the file of an update is damaged
   */
  static List<KnownSet> known(CommandLine line) {
    return switch (KeptLists.ofThisUser().read()) {
      case KeptLists.Reading.Held(var lists) -> KnownSet.all(lists);
      case KeptLists.Reading.Damaged(String problem) -> throw new ParameterException(line, problem);
    };
  }

  /** Both official lists count for claims and time-stamps, as for the validators' reader. */
  private static TrustStore official(CommandLine line) {
    TrustStore store = TrustStore.none();
    for (KnownSet set : known(line)) {
      if (!set.name().equals("sn34")) {
        store = store.withAnchors(set.entries().stream().map(AnchorList.Entry::anchor).toList());
      }
    }
    return store;
  }

  private TrustStore store(CommandLine line) {
    return switch (base) {
      case SN34 -> TrustStore.sn34();
      case C2PA -> official(line);
      case NONE -> TrustStore.none();
    };
  }

  private static List<TrustAnchor> facts(List<Certificate> certificates) {
    return certificates.stream().map(TrustAnchor::of).toList();
  }

  private static List<Certificate> certificates(CommandLine line, String flag, List<Path> files) {
    List<Certificate> all = new ArrayList<>();
    for (Path file : files) {
      try {
        switch (Pem.read(Files.readString(file))) {
          case Pem.Reading.Certificates read -> all.addAll(read.certificates());
          case Pem.Reading.Unreadable(String problem) ->
              throw new ParameterException(line, flag + ": " + file + ": " + problem);
        }
      } catch (IOException unreadable) {
        throw new ParameterException(
            line, flag + ": " + file + " cannot be read: " + unreadable.getMessage());
      }
    }
    return all;
  }
}
