/**
 * What stands around the miner when it is tested: a chain, a vendor, a port.
 *
 * <p>Rule: nothing here knows a module of the product, so that each module's tests can have it;
 * what a module asks of these in its own words stands beside its tests.
 */
@NullMarked
package io.gasminer.testkit;

import org.jspecify.annotations.NullMarked;
