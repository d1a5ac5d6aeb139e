/**
 * The taking over of an installation of the known miner: its settings, the tasks that can still be
 * delivered, and its figures.
 *
 * <p>Rule: what is read was written by another program and is trusted in nothing: its size is
 * capped before it is read, and it is never changed.
 */
@NullMarked
package io.gasminer.gascli.takeover;

import org.jspecify.annotations.NullMarked;
