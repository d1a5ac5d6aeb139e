package io.gasminer.miner.store;

/** The two schedules of a task, as names of tables and of db-scheduler's tasks. */
public enum Step {
  GENERATE("generation_schedule", "generate"),
  DELIVER("delivery_schedule", "deliver");

  private final String table;
  private final String taskName;

  Step(String table, String taskName) {
    this.table = table;
    this.taskName = taskName;
  }

  /** The table of the schedule. */
  public String table() {
    return table;
  }

  /** The name that db-scheduler knows the step by. */
  public String taskName() {
    return taskName;
  }
}
