-- The place of the last fact: the counter of positions, and the lock that orders the writers of all nodes.
-- Always one row, updated once per group of facts; a mostly empty page keeps those updates off the index.
create table event_store.log_head (
    only_row    boolean     not null default true,
    position    bigint      not null,    -- every position from 1 to here is in the log, and visible
    recorded_at timestamptz not null,    -- instant of the last group: the next one is not earlier
    constraint log_head_pk primary key (only_row),
    constraint log_head_is_one_row check (only_row)
) with (fillfactor = 10);

insert into event_store.log_head (position, recorded_at) values (0, timestamptz '1970-01-01 00:00:00Z');
