/**
 * Hostile input for every parser and for the whole reader, grown from what the library's own signer
 * makes.
 *
 * <p>Rule: a target says nothing about the value that comes out; it fails by an exception, by
 * running out of memory or by not ending. The tests try seeded mutations; {@code tools/fuzz} lets
 * Jazzer look for more, guided by coverage.
 */
@NullMarked
package io.gasminer.c2pa.fuzz;

import org.jspecify.annotations.NullMarked;
