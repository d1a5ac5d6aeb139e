package io.gasminer.benchmarks;

import io.gasminer.bittensor.sr25519.VerifyingKey;
import io.gasminer.bittensor.wallet.Hotkey;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one signature costs: to make, to verify for a signer that is met for the first time, and for
 * one that is known.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Sr25519Benchmark {
  private final Hotkey hotkey = Hotkey.fromUri("//Alice");
  private final byte[] publicKey = hotkey.address().publicKey();
  private final VerifyingKey known = VerifyingKey.decode(publicKey).orElseThrow();

  // As long as the text of an Epistula request: hash, uuid, time, receiver.
  private final byte[] message = "0123456789".repeat(16).getBytes(StandardCharsets.US_ASCII);
  private final byte[] signature = hotkey.sign(message);

  /** Signing, constant time. */
  @Benchmark
  public byte[] sign() {
    return hotkey.sign(message);
  }

  /** Verifying for a signer whose table is there. */
  @Benchmark
  public boolean verifyKnownSigner() {
    return known.verifies(message, signature);
  }

  /** Verifying for a signer that was never met: decoding the key included. */
  @Benchmark
  public boolean verifyNewSigner() {
    return VerifyingKey.decode(publicKey).orElseThrow().verifies(message, signature);
  }
}
