/**
 * The official trust lists as they are today: fetched, compared, kept, and brought back.
 *
 * <p>Rule: the validators' own set is a fact of their version and is never changed here; what comes
 * from the network is counted before it is read and parsed before it is kept.
 */
@NullMarked
package io.gasminer.gascli.trust;

import org.jspecify.annotations.NullMarked;
