-- Since when a claim has stood in lists as it stands now. Null: it was written before this was kept; then its past is
-- read from the log.
alter table read_model.claim add column since_position bigint;

-- How a claim stood in lists before: what it is sought and sorted by, and no more. What a list shows of it is read from
-- the log, page by page. One row = it stood so from one fact to another that changed any of it.
create table read_model.claim_was (
    claim_id       uuid   not null,
    practice       uuid   not null,
    since_position bigint not null,    -- the fact by which it came to stand so
    until_position bigint not null,    -- the fact by which it ceased to
    number         text,
    provider       uuid,
    payer          uuid,
    service_from   date,
    submitted_on   date,
    decided_on     date,
    duplicate_on   date,
    withdrawn_on   date,
    rejected_on    date,
    first_outcome  text,
    appeal_state   text,
    charge_cents   bigint not null,
    denied_cents   bigint not null,
    open_cents     bigint not null,
    reason_class   text,
    codes          text[] not null,
    patterns       uuid[] not null,
    policies       uuid[] not null,
    run_id         text,
    constraint claim_was_pk primary key (claim_id, since_position),
    constraint claim_was_for_some_time check (since_position < until_position)
);

-- A list as it was at a position asks which of these rows held there.
create index claim_was_held on read_model.claim_was using gist (int8range(since_position, until_position));

-- Few or none, so that asking for them costs nothing.
create index claim_since_not_known on read_model.claim (practice, last_position) where since_position is null;
