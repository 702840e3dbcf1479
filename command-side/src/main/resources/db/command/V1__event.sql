-- The log. One row = one fact, written once. Its place, `position`, is dense from 1 in the order of commits.
--
-- Not partitioned: a unique constraint of a partitioned table must contain the partition key, so `position` as key
-- would leave (stream_id, sequence) and event_id unguarded, and those two are what keeps two writers of one stream
-- apart. Old facts can move to cheaper storage by tablespace when the log is split by practice.
create table event_store.event (
    position     bigint      not null,    -- place in the log
    sequence     bigint      not null,    -- place in the stream, dense from 0
    recorded_at  timestamptz not null,    -- when we learnt it: whole milliseconds, never running backwards
    source_from  bigint,                  -- FILE only: first byte of the record in the unpacked file
    source_to    bigint,                  -- FILE only: the byte after the last
    event_id     uuid        not null,    -- identity of the fact
    stream_id    uuid        not null,
    practice     uuid,                    -- the tenant; null only for reference data of the platform
    causation    uuid,                    -- the command or event that caused it
    correlation  uuid        not null,    -- the batch, file, run or request it belongs to
    version      smallint    not null,    -- version of the payload's shape, from 1
    stream_type  text        not null,    -- 'claim'
    name         text        not null,    -- 'claim.denied'; never a class name
    actor_kind   text        not null,    -- USER, AUTOMATION, IMPORT, SIMULATOR
    actor_id     text        not null,    -- a user is a pseudonymous key
    source_kind  text        not null,    -- API, FILE, SCENARIO
    source_ref   text        not null,    -- API: the user; FILE: SHA-256 in hexadecimal digits; SCENARIO: the run
    source_place text,                    -- FILE: segment, row or JSON pointer; SCENARIO: the seed
    payload      bytea       not null,    -- UTF-8 JSON, byte for byte as written: proofs hash these bytes
    constraint event_pk primary key (position),
    constraint event_id_unique unique (event_id),
    constraint event_stream_sequence_unique unique (stream_id, sequence),
    constraint event_position_from_1 check (position > 0),
    constraint event_sequence_from_0 check (sequence >= 0),
    constraint event_version_from_1 check (version > 0),
    constraint event_recorded_at_in_millis check (recorded_at = date_trunc('milliseconds', recorded_at)),
    constraint event_actor_kind_known check (actor_kind in ('USER', 'AUTOMATION', 'IMPORT', 'SIMULATOR')),
    constraint event_source_kind_known check (source_kind in ('API', 'FILE', 'SCENARIO')),
    constraint event_source_complete check (
        case source_kind
            when 'API' then source_place is null and source_from is null and source_to is null
            when 'FILE' then source_place is not null and source_from is not null and source_to is not null
            else source_place is not null and source_from is null and source_to is null
        end)
);

-- "As known at that instant" is resolved to a position here; the order on disk is the order of time.
create index event_recorded_at_brin on event_store.event using brin (recorded_at) with (autosummarize = on);

-- An attempt to change history is refused loudly. "do instead nothing" would hide the bug.
create function event_store.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'history is written once: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger event_is_written_once
    before update or delete or truncate on event_store.event
    for each statement execute function event_store.refuse_change();

-- The log for people who read it with SQL. A proof reads event_store.event, whose bytes are the ones written.
create view event_store.event_json as
select position, recorded_at, stream_type, stream_id, sequence, name, version,
       convert_from(payload, 'UTF8')::jsonb as payload,
       practice, actor_kind, actor_id, causation, correlation,
       source_kind, source_ref, source_place, source_from, source_to, event_id
  from event_store.event;
