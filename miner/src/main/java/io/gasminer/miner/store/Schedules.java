package io.gasminer.miner.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import javax.sql.DataSource;

/**
 * Owns what a scheduler needs to drive the steps of a store.
 *
 * @param connections for db-scheduler's own bookkeeping. What it writes may be lost with the power
 *     but not with the process: a step that runs again looks at the stored state first
 * @param dialect how db-scheduler speaks to this database
 * @param shared whether other nodes use the same database
 */
public record Schedules(DataSource connections, JdbcCustomization dialect, boolean shared) {}
