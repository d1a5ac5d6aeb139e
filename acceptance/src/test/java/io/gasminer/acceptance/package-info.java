/**
 * Stories of the whole: the real process, a validator, crashes, receivers that go away.
 *
 * <p>Rule: black box; only what a validator or an operator can see.
 */
@NullMarked
package io.gasminer.acceptance;

import org.jspecify.annotations.NullMarked;
