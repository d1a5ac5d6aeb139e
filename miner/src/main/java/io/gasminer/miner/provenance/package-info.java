/**
 * Would the validators accept this? Their policy as data, and the gate that every result passes.
 *
 * <p>Rule: the verdict is the pinned validator's; no network, no clock of its own.
 */
@NullMarked
package io.gasminer.miner.provenance;

import org.jspecify.annotations.NullMarked;
