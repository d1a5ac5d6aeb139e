package io.gasminer.miner.http;

/**
 * One endpoint, asked only when the signature has been verified. Implementations are thread-safe.
 */
@FunctionalInterface
interface Endpoint {
  /** The answer; may block the virtual thread of the request. */
  Answer answer(SignedRequest request);
}
