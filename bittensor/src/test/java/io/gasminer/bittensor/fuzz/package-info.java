/**
 * Hostile input for everything that reads what a node, a validator or a disk says.
 *
 * <p>Rule: a target says nothing about the value that comes out; it fails by an exception, by
 * running out of memory or by not ending. The tests try seeded mutations; {@code tools/fuzz} lets
 * Jazzer look for more, guided by coverage.
 */
@NullMarked
package io.gasminer.bittensor.fuzz;

import org.jspecify.annotations.NullMarked;
