/**
 * Durability: tasks, the memory of requests, media, receipts and the two schedules, on SQLite or
 * PostgreSQL.
 *
 * <p>Rule: every durable write goes through the group commit, and no password is ever part of a
 * text.
 */
@NullMarked
package io.gasminer.miner.store;

import org.jspecify.annotations.NullMarked;
