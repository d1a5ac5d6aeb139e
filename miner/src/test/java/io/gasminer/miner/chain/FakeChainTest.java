package io.gasminer.miner.chain;

import io.gasminer.bittensor.wallet.Hotkey;

class FakeChainTest extends ChainViewContract {
  @Override
  Subject subject() {
    return new Subject() {
      private FakeChain chain = new FakeChain(BOB.address());

      @Override
      public ChainView seenBy(Hotkey hotkey) {
        chain =
            new FakeChain(hotkey.address()).with(ALICE.address(), 1_000_000).with(BOB.address(), 0);
        return chain;
      }

      @Override
      public void mine(int blocks) {
        chain.mine(blocks);
      }

      @Override
      public void close() {
        // Memory only.
      }
    };
  }
}
