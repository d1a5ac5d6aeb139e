/**
 * Stand-ins for the vendors: real HTTP servers on loopback that answer by script and remember what
 * they were asked.
 *
 * <p>Rule: they answer in the vendors' shapes, and each provider is tested against nothing else.
 */
@NullMarked
package io.gasminer.miner.generation.standin;

import org.jspecify.annotations.NullMarked;
