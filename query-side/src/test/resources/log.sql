-- The two tables of the log that this side may read, in the shape in which the command side makes them.
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
