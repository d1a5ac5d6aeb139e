/**
 * Epistula v2: how validators and miners sign what they send each other.
 *
 * <p>Rule: the exact wire rules and nothing of an HTTP server; no clock of its own.
 */
@NullMarked
package io.gasminer.bittensor.epistula;

import org.jspecify.annotations.NullMarked;
