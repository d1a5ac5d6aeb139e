/**
 * What the subnet's API says of this miner's media: how much of it validators verified, and how
 * much of it fooled the detectors.
 *
 * <p>Rule: the signature goes to the address that was typed and to no other; what comes back is a
 * stranger's, capped, and shown as far as it can be understood.
 */
@NullMarked
package io.gasminer.gascli.performance;

import org.jspecify.annotations.NullMarked;
