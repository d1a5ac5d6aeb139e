/**
 * The way from nothing to a configuration that works: what is asked, how each answer is checked,
 * and how the file is written.
 *
 * <p>Rule: nothing is written before everything is answered and agreed to; keys are shown nowhere.
 */
@NullMarked
package io.gasminer.gascli.setup;

import org.jspecify.annotations.NullMarked;
