package io.gasminer.benchmarks;

import io.gasminer.bittensor.epistula.BodyVerdict;
import io.gasminer.bittensor.epistula.Claimed;
import io.gasminer.bittensor.epistula.EpistulaFault;
import io.gasminer.bittensor.epistula.EpistulaSigner;
import io.gasminer.bittensor.epistula.EpistulaVerifier;
import io.gasminer.bittensor.epistula.SignedHeaders;
import io.gasminer.bittensor.epistula.Signer;
import io.gasminer.bittensor.wallet.Hotkey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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

/** What Epistula costs for one challenge: headers, addresses, hashes and the signature. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EpistulaBenchmark {
  private static final Instant NOW = Instant.ofEpochMilli(1_760_000_000_123L);

  private final Hotkey validator = Hotkey.fromUri("//Alice");
  private final Hotkey miner = Hotkey.fromUri("//Bob");
  private final byte[] body =
      "{\"prompt\": \"a red fox\", \"parameters\": {\"resolution\": \"1K\"}}"
          .getBytes(StandardCharsets.UTF_8);
  private final EpistulaSigner signer =
      new EpistulaSigner(
          validator, InstantSource.fixed(NOW), () -> "12345678-1234-4234-8234-1234567890ab");
  private final SignedHeaders headers = signer.sign(body, Optional.of(miner.address()));
  private final EpistulaVerifier knowing = verifier();

  /** A request of a validator that has called before. */
  @Benchmark
  public BodyVerdict verifyRequestOfKnownSigner() {
    return verify(knowing);
  }

  /** The first request of a validator. */
  @Benchmark
  public BodyVerdict verifyRequestOfNewSigner() {
    return verify(verifier());
  }

  /** The headers of one delivery: the request's signature and the three secret ones. */
  @Benchmark
  public SignedHeaders signRequest() {
    return signer.sign(body, Optional.of(miner.address()));
  }

  private EpistulaVerifier verifier() {
    return new EpistulaVerifier(
        miner.address(), hotkey -> Optional.of(new Signer(hotkey, 0, 1_000_000, true)), true);
  }

  private BodyVerdict verify(EpistulaVerifier verifier) {
    return switch (verifier.checkHeaders(headers, NOW)) {
      case Claimed claimed -> claimed.checkBody(body);
      case EpistulaFault fault -> fault;
    };
  }
}
