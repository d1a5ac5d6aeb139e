/**
 * Manifest stores: claims, assertions, hard bindings, ingredients, and the rules by which they are
 * valid (specification chapters 10, 15 and 18).
 *
 * <p>Rule: judges bytes it was given, writes what it finds into the log, and knows neither
 * containers nor cryptography beyond hashes.
 */
@NullMarked
package io.gasminer.c2pa.manifest;

import org.jspecify.annotations.NullMarked;
