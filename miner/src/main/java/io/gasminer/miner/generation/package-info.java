/**
 * Generation: which provider makes the media, on which model, and how a paid job is found again.
 *
 * <p>Rule: a vendor's quirks stay in that vendor's sub-package, and those packages do not know each
 * other.
 */
@NullMarked
package io.gasminer.miner.generation;

import org.jspecify.annotations.NullMarked;
