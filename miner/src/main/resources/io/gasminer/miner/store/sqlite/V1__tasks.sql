-- Instants are microseconds since 1970; texts that come from outside are JSON in ASCII.
create table tasks (
  id text primary key not null,
  modality text not null,
  request text not null,
  created_at integer not null,
  state text not null,
  started_at integer,
  completed_at integer,
  result text,
  ticket text,
  progress text not null
);
create index tasks_by_state on tasks (state, completed_at);

create table seen_requests (
  fingerprint text primary key not null,
  valid_until integer not null
) without rowid;
create index seen_requests_by_end on seen_requests (valid_until);

-- The bytes are files beside the database.
create table media (
  task_id text primary key not null,
  content_type text not null,
  facts text not null,
  size integer not null
);

create table attempts (
  task_id text not null,
  number integer not null,
  at integer not null,
  status integer,
  answer text not null,
  outcome text not null,
  primary key (task_id, number)
) without rowid;

-- The two schedules are laid out as db-scheduler wants them.
create table generation_schedule (
  task_name text not null,
  task_instance text not null,
  task_data blob,
  execution_time timestamp not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp,
  last_failure timestamp,
  consecutive_failures integer,
  last_heartbeat timestamp,
  version integer not null,
  primary key (task_name, task_instance)
);
create index generation_schedule_due on generation_schedule (picked, execution_time);

create table delivery_schedule (
  task_name text not null,
  task_instance text not null,
  task_data blob,
  execution_time timestamp not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp,
  last_failure timestamp,
  consecutive_failures integer,
  last_heartbeat timestamp,
  version integer not null,
  primary key (task_name, task_instance)
);
create index delivery_schedule_due on delivery_schedule (picked, execution_time);
