package io.gasminer.bittensor.rpc;

/** What came of submitting an extrinsic. */
public sealed interface WatchOutcome {
  /** The node took it and tells what becomes of it. */
  record Watching(ExtrinsicWatch watch) implements WatchOutcome {}

  /** It did not, or whether it did is not known; the answer says which. */
  record Unwatched(RpcAnswer answer) implements WatchOutcome {}
}
