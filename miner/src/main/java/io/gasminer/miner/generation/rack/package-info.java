/**
 * The rack: which vendors are configured, each behind its breaker, with the planner before them.
 *
 * <p>Rule: the one package that knows all vendors.
 */
@NullMarked
package io.gasminer.miner.generation.rack;

import org.jspecify.annotations.NullMarked;
