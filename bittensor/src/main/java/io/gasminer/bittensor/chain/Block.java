package io.gasminer.bittensor.chain;

/**
 * Names one block.
 *
 * @param hash in hex with 0x
 */
record Block(long number, String hash) {}
