/**
 * Hostile input for every parser and for the whole reader, grown from what the library's own signer
 * makes.
 *
 * <p>Rule: here stand the targets and their seeds alone; how they are fed, and what counts as a
 * failure, stands in {@code io.gasminer.testkit.fuzz}.
 */
@NullMarked
package io.gasminer.c2pa.fuzz;

import org.jspecify.annotations.NullMarked;
