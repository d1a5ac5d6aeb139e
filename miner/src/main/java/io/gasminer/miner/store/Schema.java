package io.gasminer.miner.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Owns the bringing of the tables up to date. */
final class Schema {
  /** The version of the tables that this miner writes and reads. */
  static final int VERSION = 2;

  private Schema() {}

  /**
   * Runs the migrations that the database has not seen.
   *
   * @param dialect the folder of migrations: {@code sqlite} or {@code postgresql}
   * @throws org.flywaydb.core.api.FlywayException when one fails; nothing is half done
   */
  static void migrate(DataSource database, String dialect) {
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:io/gasminer/miner/store/" + dialect)
        .table("schema_history")
        .load()
        .migrate();
  }
}
