-- What happened on a task's way, written with the change of its state.
create table task_events (
  task_id text not null,
  number integer not null,
  at integer not null,
  kind text not null,
  words text not null,
  primary key (task_id, number)
) without rowid;
