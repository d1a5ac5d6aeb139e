package io.gasminer.c2pa.fuzz;

import io.gasminer.c2pa.asset.Container;
import io.gasminer.c2pa.asset.DamagedAsset;
import io.gasminer.c2pa.asset.MediaType;
import io.gasminer.c2pa.asset.Source;
import io.gasminer.testkit.fuzz.FuzzTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Owns what is done with a container: its store is sought, its parts named, a store put in. */
record ContainerWalk(MediaType type) implements FuzzTarget.Consumer {
  private static final int STORE = 100;

  @Override
  public void accept(byte[] bytes) throws IOException {
    Container container = type.container().orElseThrow();
    try (Source source = Source.of(bytes)) {
      container.locate(source);
      nameParts(container, source);
      embed(container, source);
    }
  }

  private static void nameParts(Container container, Source source) throws IOException {
    try {
      container.parts(source);
    } catch (DamagedAsset damaged) {
      // An answer like another.
    }
  }

  private static void embed(Container container, Source source) throws IOException {
    try {
      container.embed(source, STORE).write(source, new byte[STORE], new ByteArrayOutputStream());
    } catch (DamagedAsset damaged) {
      // An answer like another.
    }
  }
}
