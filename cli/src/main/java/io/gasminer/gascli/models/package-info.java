/**
 * What the models cost and earn, as it is shown to people, and the audit of them.
 *
 * <p>Rule: shows what the miner knows and adds no figure of its own; what is not known is shown as
 * not known.
 */
@NullMarked
package io.gasminer.gascli.models;

import org.jspecify.annotations.NullMarked;
