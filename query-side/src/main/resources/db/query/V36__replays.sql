-- A rebuilding of read models beside the live ones. One row = one replay, from its start to its end.
create table read_model.replay (
    replay_id      bigint generated always as identity,
    models         text[]      not null,                 -- which read models: 'NUMBERS'
    folds          text[]      not null,                 -- who counts in them: 'claim/2'
    threads        int         not null,
    state          text        not null default 'LOADING',
    phase          text        not null default 'waits for a node',    -- what it does just now, in words
    done           bigint      not null default 0,       -- facts counted of those there were at the start
    total          bigint,                               -- facts there were at the start; null until it has looked
    loading_millis bigint      not null default 0,       -- spent on them, without pauses
    started_at     timestamptz not null default clock_timestamp(),
    finished_at    timestamptz,
    node           text,                                 -- who runs it; null while nobody does
    heartbeat_at   timestamptz,                          -- silent for too long: another node goes on with it
    error          text,                                 -- why it stands still; null while it does not
    compared_at    bigint,                               -- the log position at which both were held against each other
    compared_rows  bigint,
    differences    bigint,                               -- rows that differ; null before they were compared
    acknowledged   boolean     not null default false,   -- somebody wants to switch although there are differences
    edition        bigint,                               -- what it became; null unless switched
    constraint replay_pk primary key (replay_id),
    constraint replay_state_known check (state in ('LOADING', 'PAUSED', 'COMPARING', 'COMPARED', 'SWITCHING', 'SWITCHED',
                                                   'CANCELLING', 'CANCELLED', 'FAILED')),
    constraint replay_is_over_at_a_time check ((state in ('SWITCHED', 'CANCELLED')) = (finished_at is not null)),
    constraint replay_threads_from_1 check (threads >= 1)
);
-- There is one place beside the live tables.
create unique index replay_one_at_a_time on read_model.replay ((true)) where finished_at is null;

-- The first differences between a replay and what is live. One row = one value.
create table read_model.replay_difference (
    replay_id bigint not null,
    no        int    not null,
    place     text   not null,    -- the table
    cell      text   not null,    -- the key of the row
    field     text   not null,    -- the column; 'row' where the other side has none
    position  bigint,             -- a fact that moved it last; null where no column tells
    stored    text,               -- live; null: missing
    recounted text,               -- in the replay; null: missing
    constraint replay_difference_pk primary key (replay_id, no),
    constraint replay_difference_of_a_replay foreign key (replay_id) references read_model.replay
);
