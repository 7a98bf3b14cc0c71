-- What the scheduler is to do next; its shape is the library's (db-scheduler).
CREATE TABLE jobs_scheduled (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX jobs_scheduled_due ON jobs_scheduled (priority DESC, execution_time)
  WHERE NOT picked;
CREATE INDEX jobs_scheduled_heartbeat ON jobs_scheduled (last_heartbeat) WHERE picked;

-- What people are shown of a job.
CREATE TABLE jobs_job (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind        text NOT NULL,
  subject     text NOT NULL,
  institution text NOT NULL,
  urgency     integer NOT NULL,
  state       text NOT NULL,
  attempts    integer NOT NULL DEFAULT 0,
  -- Attempts during which the whole process ended.
  deaths      integer NOT NULL DEFAULT 0,
  progress    double precision NOT NULL DEFAULT 0,
  step        text NOT NULL DEFAULT '',
  words       text NOT NULL DEFAULT '',
  created_at  timestamptz NOT NULL,
  not_before  timestamptz NOT NULL,
  started_at  timestamptz,
  ended_at    timestamptz
) WITH (fillfactor = 70);
-- One waiting and one running job of a subject at most.
CREATE UNIQUE INDEX jobs_job_waiting ON jobs_job (kind, institution, subject)
  WHERE state = 'WAITING';
CREATE UNIQUE INDEX jobs_job_running ON jobs_job (kind, institution, subject)
  WHERE state = 'RUNNING';
CREATE INDEX jobs_job_open ON jobs_job (urgency DESC, id) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX jobs_job_ended ON jobs_job (ended_at DESC) WHERE ended_at IS NOT NULL;

-- Each attempt that failed, and why.
CREATE TABLE jobs_attempt (
  job_id     bigint NOT NULL REFERENCES jobs_job ON DELETE CASCADE,
  number     integer NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at   timestamptz NOT NULL,
  words      text NOT NULL,
  PRIMARY KEY (job_id, number)
);
