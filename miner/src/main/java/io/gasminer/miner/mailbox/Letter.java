package io.gasminer.miner.mailbox;

/**
 * Owns one request to a running miner.
 *
 * @param id of this request alone
 * @param matter what it is about, one line; may be empty
 */
public record Letter(String id, String matter) {}
