/**
 * What a run of bytes is: its type by magic bytes, its size in pixels, its tier.
 *
 * <p>Rule: pure functions of bounded cost; media are never changed here.
 */
@NullMarked
package io.gasminer.miner.media;

import org.jspecify.annotations.NullMarked;
