/**
 * Hostile input for everything that reads what a node, a validator or a disk says.
 *
 * <p>Rule: here stand the targets and their seeds alone; how they are fed, and what counts as a
 * failure, stands in {@code io.gasminer.testkit.fuzz}.
 */
@NullMarked
package io.gasminer.bittensor.fuzz;

import org.jspecify.annotations.NullMarked;
