/**
 * Media containers as C2PA sees them: where the manifest store lies, which bytes a hash covers, and
 * how an asset looks with a store put into it. One class for each container.
 *
 * <p>Rule: reads headers and streams bytes; never loads an asset, never judges a manifest. Damage
 * is an outcome, {@link java.io.IOException} is the disk's.
 */
@NullMarked
package io.gasminer.c2pa.asset;

import org.jspecify.annotations.NullMarked;
