-- The table of db-scheduler 16, with the order in which its tickets are taken.
-- A ticket says that the job of that number may be begun; what the job is, jobs_job says.
-- execution_time of a job never begun is its turn counted in seconds from the year 2000, not a time.
create table jobs_scheduled (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority integer not null default 0,
  primary key (task_name, task_instance)
);

create index jobs_scheduled_order on jobs_scheduled (priority desc, execution_time)
  where not picked;
create index jobs_scheduled_due on jobs_scheduled (execution_time);
create index jobs_scheduled_heartbeat on jobs_scheduled (last_heartbeat) where picked;
