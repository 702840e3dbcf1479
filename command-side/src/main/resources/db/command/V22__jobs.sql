-- The work that this side does by itself at its times, for people and for the other side. One row = one job.
create table event_store.job (
    name     text not null,    -- 'pattern-check', in addresses and in the timetable
    does     text not null,    -- in a sentence for people
    schedule text not null,    -- when it runs, in words
    constraint job_pk primary key (name)
);

-- When each job runs next, and which node runs it now. One row = one job; the shape is db-scheduler's.
create table event_store.scheduled_job (
    task_name            text        not null,    -- the job
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,    -- when it runs next, or became due
    picked               boolean     not null,    -- a node runs it
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,             -- silent for too long: the node is gone, another one starts anew
    version              bigint      not null,
    priority             smallint,
    constraint scheduled_job_pk primary key (task_name, task_instance)
);
create index scheduled_job_by_time on event_store.scheduled_job (execution_time);
create index scheduled_job_by_heartbeat on event_store.scheduled_job (last_heartbeat);

-- What became of each run of a job; kept for good. One row = one run that came to its end, or failed. A run whose node
-- was killed leaves none: another node does it anew.
create table event_store.job_run (
    run_id      bigint generated always as identity,
    job         text        not null,
    node        text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz not null default clock_timestamp(),
    outcome     text        not null,
    says        text        not null,    -- the outcome in a sentence
    as_of       bigint,                  -- the log position it looked up to; null where it failed
    differences bigint,                  -- what should not be there; null where it failed
    constraint job_run_pk primary key (run_id),
    constraint job_run_outcome_known check (outcome in ('DONE', 'DIFFERENT', 'FAILED'))
);
create index job_run_by_job on event_store.job_run (job, run_id desc);

-- The first things that a run found and that should not be there. One row = one of them.
create table event_store.job_difference (
    run_id bigint not null,
    no     int    not null,
    place  text   not null,    -- what it is: 'modifier-25/1 MOD25'
    cell   text   not null,    -- where it is
    constraint job_difference_pk primary key (run_id, no),
    constraint job_difference_of_a_run foreign key (run_id) references event_store.job_run
);
