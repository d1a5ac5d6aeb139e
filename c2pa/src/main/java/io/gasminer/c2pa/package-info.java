/**
 * Content Credentials: reads, verifies and signs media after the C2PA technical specification 2.x.
 *
 * <p>Rule: no network and no clock of its own; hostile bytes end in a report, never in an
 * exception.
 */
@NullMarked
package io.gasminer.c2pa;

import org.jspecify.annotations.NullMarked;
