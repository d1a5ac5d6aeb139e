/**
 * How a library's parsers are fed with hostile input, by its tests and by Jazzer.
 *
 * <p>Rule: a target says nothing about the value that comes out; it fails by an exception, by
 * running out of memory or by not ending. The tests try seeded mutations; {@code tools/fuzz} lets
 * Jazzer look for more, guided by coverage.
 */
@NullMarked
package io.gasminer.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
