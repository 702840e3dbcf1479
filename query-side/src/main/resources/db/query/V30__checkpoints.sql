-- Nodes of the Merkle tree over the log. One row = 64 places of one level of it; the last row of a level may be partly
-- filled. Level 0: the nodes over eight facts each, and of every leaf the first eight bytes. Level k: nodes of height 6k.
-- Made from the log by one node at a time, never by those who append. It convicts nobody: who can change the log can
-- change this too. It only says where.
create table read_model.tree_tile (
    level  smallint not null,
    no     bigint   not null,
    nodes  bytea    not null,    -- 32 bytes a node
    leaves bytea    not null,    -- 8 bytes a fact; empty above level 0
    constraint tree_tile_pk primary key (level, no)
);

-- Copies of the checkpoints, for lists. One row = what the log was when it had so many facts; what counts is the signed
-- note outside the database.
create table read_model.checkpoint (
    size      bigint      not null,    -- facts: the position of the last one
    root      bytea       not null,    -- SHA-256 over these facts
    edge      bytea       not null,    -- hash over the last facts that fill no group of eight; empty: there are none
    made_at   timestamptz not null,
    note      text        not null,    -- as it was written outside, byte for byte
    copied_at timestamptz,             -- when the object storage had it; null: not yet, or there is none
    constraint checkpoint_pk primary key (size)
);
create index checkpoint_to_be_copied on read_model.checkpoint (size) where copied_at is null;

-- Who makes checkpoints holds this row, so that one node works at a time.
create table read_model.checkpoint_maker (
    only_row boolean not null default true,
    trouble  text,                     -- why no checkpoint is made; null: all is well
    since    timestamptz,
    constraint checkpoint_maker_pk primary key (only_row),
    constraint checkpoint_maker_is_one_row check (only_row),
    constraint checkpoint_maker_trouble_has_a_time check ((trouble is null) = (since is null))
);
insert into read_model.checkpoint_maker default values;

-- How far the verification of the log has come; the runs themselves are kept in job_run.
create table read_model.verification (
    only_row   boolean     not null default true,
    checked    bigint      not null,    -- facts read so far
    of_facts   bigint      not null,
    at         timestamptz not null,
    stop_asked boolean     not null default false,
    constraint verification_pk primary key (only_row),
    constraint verification_is_one_row check (only_row)
);
