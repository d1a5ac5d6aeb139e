/**
 * The chain as the miner sees it: who the validators are, in a snapshot that is swapped atomically.
 *
 * <p>Rule: the request path reads memory and never waits.
 */
@NullMarked
package io.gasminer.miner.chain;

import org.jspecify.annotations.NullMarked;
