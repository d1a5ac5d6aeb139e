package io.gasminer.bittensor.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.bittensor.chain.ReckonedStakes.Gift;
import io.gasminer.bittensor.chain.ReckonedStakes.Holding;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Total stakes by hand; that the runtime reckons the same is compared against the runtime. */
class ReckonedStakesTest {
  private static final BigInteger WHOLE = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final BigInteger HALF = BigInteger.TWO.pow(63);
  private static final ReckonedStakes STAKES =
      new ReckonedStakes(new BigInteger("3320413933267719290"));

  @Test
  void taoCountsByItsWeightAndFractionsAreLost() {
    assertThat(STAKES.total(holding(1_000, 0), List.of(), List.of())).isEqualTo(1_000);
    // 0.18 in 32 bits is a little less than 0.18.
    assertThat(STAKES.total(holding(0, 1_000), List.of(), List.of())).isEqualTo(179);
    assertThat(STAKES.total(holding(7, 10_000_000_000L), List.of(), List.of()))
        .isEqualTo(1_800_000_006L);
  }

  @Test
  void whatIsGivenToChildrenIsMissingAndWhatParentsGiveIsAdded() {
    ReckonedStakes alphaAlone = new ReckonedStakes(BigInteger.ZERO);
    assertThat(alphaAlone.total(holding(1_000, 9), List.of(HALF), List.of())).isEqualTo(500);
    assertThat(alphaAlone.total(holding(1_000, 9), List.of(WHOLE, HALF), List.of())).isZero();
    assertThat(
            alphaAlone.total(
                holding(1_000, 0), List.of(HALF), List.of(new Gift(HALF, holding(600, 50)))))
        .isEqualTo(800);
  }

  @Test
  void whatIsMoreThanTheRuntimeCanHoldIsAsMuchAsItCan() {
    Holding most = new Holding(WHOLE, WHOLE);
    assertThat(STAKES.total(most, List.of(), List.of(new Gift(WHOLE, most))))
        .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE));
  }

  private static Holding holding(long alpha, long tao) {
    return new Holding(BigInteger.valueOf(alpha), BigInteger.valueOf(tao));
  }
}
