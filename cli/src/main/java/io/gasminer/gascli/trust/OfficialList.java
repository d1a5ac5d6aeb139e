package io.gasminer.gascli.trust;

import io.gasminer.c2pa.x509.AnchorList;
import java.util.List;

/** Owns the official lists of C2PA: their names here, and where they are published. */
public enum OfficialList {
  /** Those who sign claims. */
  C2PA("c2pa", "C2PA-TRUST-LIST.pem", AnchorList.C2PA),
  /** Those who sign time-stamps. */
  C2PA_TIME("c2pa-time", "C2PA-TSA-TRUST-LIST.pem", AnchorList.C2PA_TIME);

  private static final String PUBLISHED =
      "https://raw.githubusercontent.com/c2pa-org/conformance-public/main/trust-list/";

  private final String title;
  private final String file;
  private final AnchorList builtIn;

  OfficialList(String title, String file, AnchorList builtIn) {
    this.title = title;
    this.file = file;
    this.builtIn = builtIn;
  }

  /** What the set is called. */
  public String title() {
    return title;
  }

  /** Where C2PA publishes it. */
  public String address() {
    return PUBLISHED + file;
  }

  /** The anchors that come with the miner. */
  public List<AnchorList.Entry> builtIn() {
    return builtIn.entries();
  }
}
