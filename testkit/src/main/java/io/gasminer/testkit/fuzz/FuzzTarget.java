package io.gasminer.testkit.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** Owns what is fed with hostile bytes, and honest input to grow them from. */
public record FuzzTarget(String name, Supplier<List<byte[]>> origin, Consumer consumer) {
  /** Takes any bytes and ends. */
  public interface Consumer {
    void accept(byte[] bytes) throws IOException;
  }

  List<byte[]> seeds() {
    return origin.get();
  }

  void feed(byte[] bytes) throws IOException {
    consumer.accept(bytes);
  }

  @Override
  public String toString() {
    return name;
  }
}
