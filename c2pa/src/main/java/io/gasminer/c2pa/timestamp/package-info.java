/**
 * Time-stamps after RFC 3161 that countersign a claim's signature.
 *
 * <p>Rule: a time-stamp that fails is never an error of the claim; it is told and does not count.
 */
@NullMarked
package io.gasminer.c2pa.timestamp;

import org.jspecify.annotations.NullMarked;
