/**
 * What a verdict means for people: what the manifests say, which rule decided, whose fault it was
 * and what to do next.
 *
 * <p>Rule: decides nothing and prints nothing; the verdict is the policy's, the words are data.
 */
@NullMarked
package io.gasminer.miner.explanation;

import org.jspecify.annotations.NullMarked;
