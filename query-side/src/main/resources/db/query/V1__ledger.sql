-- An attempt to change what was counted is refused loudly. "do instead nothing" would hide the bug.
create function read_model.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is written once: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

-- The ledger: every figure is a sum of these rows. One row = what one event adds to one cell.
create table read_model.metric_posting (
    fold       text     not null,    -- who counted, in which version: 'claim/1'
    position   bigint   not null,    -- the cause: its place in the log
    ordinal    smallint not null,    -- its place among the postings of that event, by address of the cell
    event_id   uuid     not null,    -- the cause: its identity
    measure    text     not null,    -- 'denied.claims'
    practice   uuid     not null,
    payer      uuid     not null,    -- all zeros: the measure knows no payer
    provider   uuid     not null,    -- all zeros: the measure knows no provider
    facet      text     not null,    -- 'FULL', a reason class, a road, whole days; '' where the measure has none
    event_day  date     not null,    -- business day on which it happened
    cohort_day date     not null,    -- business day on which its claim was submitted
    amount     bigint   not null,    -- in the unit of the measure: claims, lines, cents
    constraint metric_posting_pk primary key (fold, position, ordinal),
    constraint metric_posting_amount_not_zero check (amount <> 0)
);

create index metric_posting_by_event_day
    on read_model.metric_posting (fold, practice, measure, event_day) include (position, amount, facet);
create index metric_posting_by_cohort_day
    on read_model.metric_posting (fold, practice, measure, cohort_day) include (position, amount, facet);

create trigger metric_posting_is_written_once
    before update or delete or truncate on read_model.metric_posting
    for each statement execute function read_model.refuse_change();

-- How far a fold has read one stream. An older fact is skipped, a gap stops the fold. What the fold must remember of
-- the stream is the stream: it is read again from the log, so no second copy of the facts can differ from the first.
create table read_model.metric_standing (
    fold      text   not null,
    stream_id uuid   not null,
    sequence  bigint not null,    -- the last fact counted
    position  bigint not null,    -- its place in the log
    constraint metric_standing_pk primary key (fold, stream_id),
    constraint metric_standing_sequence_from_0 check (sequence >= 0)
);

-- How far one segment has read the log. Moves in the transaction that writes what it counted.
create table read_model.fold_status (
    fold     text        not null,
    segment  int         not null,
    token    bigint      not null,                      -- every fact of the segment up to here is counted
    state    text        not null default 'LIVE',
    moved_at timestamptz not null default now(),
    error    text,                                      -- why it stands still; null while it moves
    since    timestamptz,                               -- first time of that error
    constraint fold_status_pk primary key (fold, segment),
    constraint fold_status_state_known check (state in ('LIVE', 'REPLAYING', 'COMPARING', 'RETIRED')),
    constraint fold_status_error_has_a_time check ((error is null) = (since is null))
);

-- Which node works on which segment. One row = one segment of one processor; the shape is Axon's.
create table read_model.token_entry (
    processor_name text  not null,
    segment        int   not null,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    constraint token_entry_pk primary key (processor_name, segment)
);
