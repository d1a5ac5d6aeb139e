-- Instants are microseconds since 1970; texts that come from outside are JSON in ASCII.
create table tasks (
  id text primary key,
  modality text not null,
  request text not null,
  created_at bigint not null,
  state text not null,
  started_at bigint,
  completed_at bigint,
  result text,
  ticket text,
  progress text not null
);
create index tasks_by_state on tasks (state, completed_at);

create table seen_requests (
  fingerprint text primary key,
  valid_until bigint not null
);
create index seen_requests_by_end on seen_requests (valid_until);

create table media (
  task_id text primary key,
  content_type text not null,
  facts text not null,
  size bigint not null
);

-- One row a mebibyte, so that neither side ever builds one value of hundreds of them.
create table media_chunks (
  task_id text not null references media (task_id) on delete cascade,
  number integer not null,
  bytes bytea not null,
  primary key (task_id, number)
);
alter table media_chunks alter column bytes set storage external;

create table attempts (
  task_id text not null,
  number integer not null,
  at bigint not null,
  status integer,
  answer text not null,
  outcome text not null,
  primary key (task_id, number)
);

-- The two schedules are laid out as db-scheduler wants them.
create table generation_schedule (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  primary key (task_name, task_instance)
);
create index generation_schedule_due on generation_schedule (execution_time);
create index generation_schedule_heartbeat on generation_schedule (last_heartbeat);

create table delivery_schedule (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  primary key (task_name, task_instance)
);
create index delivery_schedule_due on delivery_schedule (execution_time);
create index delivery_schedule_heartbeat on delivery_schedule (last_heartbeat);
