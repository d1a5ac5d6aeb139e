/**
 * JSON-RPC to Subtensor nodes over one websocket that is kept alive.
 *
 * <p>Rule: a node is a stranger. Everything it sends is capped, counted and judged; nothing it does
 * throws across this package, and no callback waits.
 */
@NullMarked
package io.gasminer.bittensor.rpc;

import org.jspecify.annotations.NullMarked;
