/**
 * Configuration: every setting is one row, and the loader, the template, the documentation and
 * {@code info} are made from the same rows.
 *
 * <p>Rule: all problems are reported at once, and no secret is ever part of a text.
 */
@NullMarked
package io.gasminer.miner.config;

import org.jspecify.annotations.NullMarked;
