/**
 * The examination of an installation: one class for each thing that must be right.
 *
 * <p>Rule: a check looks and never mends; whatever it meets, it ends in findings that say what to
 * do next, and what is read from others is capped, bounded in time and printable.
 */
@NullMarked
package io.gasminer.gascli.doctor;

import org.jspecify.annotations.NullMarked;
