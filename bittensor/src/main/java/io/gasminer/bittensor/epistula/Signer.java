package io.gasminer.bittensor.epistula;

import io.gasminer.bittensor.ss58.Ss58Address;

/**
 * Owns what the metagraph says of one neuron.
 *
 * @param stake total stake in whole tokens
 */
public record Signer(Ss58Address hotkey, int uid, double stake, boolean validatorPermit) {}
