/**
 * What stands on a terminal: colours, marks, wrapped lines, and the explanation of a verdict.
 *
 * <p>Rule: lays out what it is given and decides nothing; no text of a stranger reaches a terminal
 * with its control characters.
 */
@NullMarked
package io.gasminer.gascli.paper;

import org.jspecify.annotations.NullMarked;
