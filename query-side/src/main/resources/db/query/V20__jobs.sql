-- When each job runs next, and which node runs it now. One row = one job; the shape is db-scheduler's.
create table read_model.scheduled_job (
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
create index scheduled_job_by_time on read_model.scheduled_job (execution_time);
create index scheduled_job_by_heartbeat on read_model.scheduled_job (last_heartbeat);

-- What became of each run of a job; kept for good. One row = one run on one node.
create table read_model.job_run (
    run_id      bigint generated always as identity,
    job         text        not null,
    node        text        not null,
    started_at  timestamptz not null default clock_timestamp(),
    finished_at timestamptz,                -- null while it runs
    outcome     text        not null default 'RUNNING',
    says        text,                       -- the outcome in a sentence
    as_of       bigint,                     -- the log position it looked up to; null where it looks at none
    differences bigint,                     -- what does not agree; null where nothing was compared to the end
    constraint job_run_pk primary key (run_id),
    constraint job_run_outcome_known check (outcome in ('RUNNING', 'DONE', 'DIFFERENT', 'FAILED', 'ABANDONED')),
    constraint job_run_is_over_at_a_time check ((outcome = 'RUNNING') = (finished_at is null))
);
create index job_run_by_job on read_model.job_run (job, run_id desc);
-- Two nodes never run the same job at once, whatever a timetable says.
create unique index job_run_one_at_a_time on read_model.job_run (job) where outcome = 'RUNNING';

-- The first differences that a run found. One row = one posting or one cell that is not what the log makes of it.
create table read_model.job_difference (
    run_id     bigint not null,
    no         int    not null,
    place      text   not null,    -- the table: 'metric_posting'
    cell       text   not null,    -- its address there
    position   bigint,             -- the fact that posts it; null for a sum of many
    stored     bigint,             -- null: missing
    recounted  bigint,             -- null: there should be none
    constraint job_difference_pk primary key (run_id, no),
    constraint job_difference_of_a_run foreign key (run_id) references read_model.job_run
);
