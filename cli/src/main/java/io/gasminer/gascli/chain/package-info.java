/**
 * What the commands of {@code gascli chain} show of the chain, and how they explain it.
 *
 * <p>Rule: everything ends within the time that the operator gave, and every failure says what to
 * do next; nothing here prints or ends the process.
 */
@NullMarked
package io.gasminer.gascli.chain;

import org.jspecify.annotations.NullMarked;
