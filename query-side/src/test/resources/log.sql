-- The log and the timetable beside it, as far as this side may read them, in the shape of the command side.
create schema event_store;

create table event_store.event (
    position     bigint      not null,
    sequence     bigint      not null,
    recorded_at  timestamptz not null,
    source_from  bigint,
    source_to    bigint,
    event_id     uuid        not null,
    stream_id    uuid        not null,
    practice     uuid,
    causation    uuid,
    correlation  uuid        not null,
    version      smallint    not null,
    stream_type  text        not null,
    name         text        not null,
    actor_kind   text        not null,
    actor_id     text        not null,
    source_kind  text        not null,
    source_ref   text        not null,
    source_place text,
    payload      bytea       not null,
    constraint event_pk primary key (position),
    constraint event_id_unique unique (event_id),
    constraint event_stream_sequence_unique unique (stream_id, sequence)
);

create table event_store.log_head (
    only_row    boolean     not null default true,
    position    bigint      not null,
    recorded_at timestamptz not null,
    constraint log_head_pk primary key (only_row)
);

insert into event_store.log_head (position, recorded_at) values (0, timestamptz '1970-01-01 00:00:00Z');

create table event_store.job (
    name     text not null,
    does     text not null,
    schedule text not null,
    constraint job_pk primary key (name)
);

create table event_store.scheduled_job (
    task_name      text        not null,
    execution_time timestamptz not null,
    picked         boolean     not null,
    constraint scheduled_job_pk primary key (task_name)
);

create table event_store.job_run (
    run_id      bigint generated always as identity,
    job         text        not null,
    node        text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz not null default clock_timestamp(),
    outcome     text        not null,
    says        text        not null,
    as_of       bigint,
    differences bigint,
    constraint job_run_pk primary key (run_id)
);

create table event_store.job_difference (
    run_id bigint not null,
    no     int    not null,
    place  text   not null,
    cell   text   not null,
    constraint job_difference_pk primary key (run_id, no)
);
