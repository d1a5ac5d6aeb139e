/**
 * The whole miner: what it is made of, started in order and stopped in reverse.
 *
 * <p>Rule: this package wires and decides nothing; no other package of the miner imports it.
 */
@NullMarked
package io.gasminer.miner;

import org.jspecify.annotations.NullMarked;
