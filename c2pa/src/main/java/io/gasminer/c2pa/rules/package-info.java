/**
 * In what the versions of the validators' library differ, where that changes a verdict.
 *
 * <p>Rule: a difference has a name here and is asked for where it matters; nobody else compares
 * versions.
 */
@NullMarked
package io.gasminer.c2pa.rules;

import org.jspecify.annotations.NullMarked;
