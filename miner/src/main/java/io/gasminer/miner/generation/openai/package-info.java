/**
 * OpenAI: images over {@code POST /v1/images/generations}.
 *
 * <p>Rule: this vendor's quirks stay here; no other vendor is known.
 */
@NullMarked
package io.gasminer.miner.generation.openai;

import org.jspecify.annotations.NullMarked;
