create table jobs_job (
  id bigint generated always as identity primary key,
  kind text not null,
  subject text not null,
  institution text not null,
  urgency integer not null,
  state text not null,
  turn bigint not null,
  -- waits without a ticket: for another of its subject, or for another that is suspected of killing
  held boolean not null,
  attempts integer not null default 0,
  failures integer not null default 0,
  deaths integer not null default 0,
  progress double precision not null default 0,
  step text not null default '',
  words text not null default '',
  node text not null default '',
  cancel_words text,
  -- the worker was told of the end
  told boolean not null default false,
  created_at timestamptz not null,
  not_before timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz
);

create unique index jobs_job_one_waits on jobs_job (kind, subject, institution)
  where state = 'WAITING' and not held;
create unique index jobs_job_one_runs on jobs_job (kind, subject, institution)
  where state = 'RUNNING';
create index jobs_job_same on jobs_job (kind, subject, institution, state);
create index jobs_job_open on jobs_job (state) where state in ('WAITING', 'RUNNING', 'SET_ASIDE');
create index jobs_job_turn_begun on jobs_job (urgency, turn) where attempts > 0;
create index jobs_job_turn_waiting on jobs_job (institution, urgency, turn) where state = 'WAITING';
create index jobs_job_ended on jobs_job (ended_at) where ended_at is not null;
create index jobs_job_untold on jobs_job (id) where ended_at is not null and not told;

create table jobs_attempt (
  job bigint not null references jobs_job (id) on delete cascade,
  number integer not null,
  node text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  words text not null default '',
  primary key (job, number)
);
