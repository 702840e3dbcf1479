-- A claim as it reads now. Rows of these tables are for finding; figures are sums of the ledger.
create table read_model.claim (
    claim_id            uuid    not null,
    practice            uuid    not null,
    number_source       text,
    number              text,              -- null: only a decision is known
    provider            uuid,              -- the one accountable; null: not known yet
    payer               uuid,
    patient_key         uuid,              -- a random key; the person stands in the vault
    claim_type          text,
    service_from        date,
    submitted_on        date,              -- stand-in where nobody has told us; then STAND_IN is among the flags
    decided_on          date,              -- first decision of the primary payer
    duplicate_on        date,              -- the payer called it a duplicate and decided nothing else
    withdrawn_on        date,              -- taken back before any decision
    rejected_on         date,              -- first sent back unread, before any decision
    version             int     not null,  -- of the bill, from 1
    first_outcome       text,              -- DENIED, PARTLY_DENIED, PAID, ZERO_PAID; null: not decided
    outcome             text,              -- the newest answer that still holds
    appeal_state        text,              -- of the last appeal: OPEN, OVERTURNED, PARTLY, UPHELD, DISMISSED, WITHDRAWN
    charge_cents        bigint  not null,
    denied_cents        bigint  not null,  -- at the first decision
    paid_cents          bigint  not null,  -- less what was taken back
    open_cents          bigint  not null,  -- of denials that are not over, at opening
    recovered_cents     bigint  not null,
    reason_class        text,              -- of its largest denial
    codes               text[]  not null,
    modifiers           text[]  not null,
    patterns            uuid[]  not null,
    policies            uuid[]  not null,
    run_id              text,              -- the simulated run that wrote it
    flags               text[]  not null,
    sensitivity         text,
    last_position       bigint  not null,
    constraint claim_pk primary key (claim_id),
    constraint claim_first_outcome_known check (first_outcome in ('DENIED', 'PARTLY_DENIED', 'PAID', 'ZERO_PAID')),
    constraint claim_decided_has_outcome check ((decided_on is null) = (first_outcome is null))
);
create index claim_by_submission on read_model.claim (practice, submitted_on desc, claim_id);
create index claim_by_decision on read_model.claim (practice, decided_on desc, claim_id);
create index claim_by_number on read_model.claim (practice, upper(number));
create index claim_by_code on read_model.claim using gin (codes);

-- One line of the newest version of a bill, with what the first decision made of it.
create table read_model.claim_line (
    claim_id     uuid   not null,
    no           int    not null,
    code         text   not null,
    modifiers    text[] not null,
    diagnoses    text[] not null,
    units        numeric,
    charge_cents bigint not null,
    service_from date   not null,
    split        text   not null,    -- STATED, ASSUMED, REMITTANCE
    constraint claim_line_pk primary key (claim_id, no)
);

-- One fact of a claim, in one sentence.
create table read_model.claim_history (
    claim_id uuid   not null,
    position bigint not null,
    day      date,               -- null: the fact takes its day from another
    name     text   not null,
    sentence text   not null,
    constraint claim_history_pk primary key (claim_id, position)
);

-- The denial of one line by one payer. While it is open it stands on the work list.
create table read_model.denial_episode (
    claim_id        uuid   not null,
    line_no         int    not null,    -- as when the line first appeared; 0: the claim as a whole
    payer_sequence  int    not null,
    practice        uuid   not null,
    provider        uuid,
    payer           uuid   not null,
    opened_on       date   not null,
    opened_position bigint not null,    -- the answer that opened it
    opened_cents    bigint not null,    -- its amount for good
    reason_class    text   not null,
    primary_reason  text,               -- 'CARC 97'
    liability       text,
    state           text   not null,
    level           int    not null,    -- of the last appeal; 0: none
    appealable      boolean not null,
    appeal_last_day date,               -- null: no terms known
    closed_on       date,
    road            text,
    recovered_cents bigint not null,
    awaited_cents   bigint not null,    -- won by letter, not yet paid
    denials         int    not null,    -- how often the line was denied
    last_position   bigint not null,
    constraint denial_episode_pk primary key (claim_id, line_no, payer_sequence),
    constraint denial_episode_state_known check (state in ('OPEN', 'APPEALED', 'OVERTURNED', 'UPHELD', 'CLOSED')),
    constraint denial_episode_closed_by_a_road check ((state = 'CLOSED') = (closed_on is not null and road is not null))
);
create index denial_episode_open on read_model.denial_episode (practice, appeal_last_day) where closed_on is null;

-- A dispute over denied lines.
create table read_model.appeal (
    claim_id         uuid   not null,
    appeal_no        int    not null,
    practice         uuid   not null,
    level            int    not null,
    lines            int[]  not null,
    filed_on         date   not null,
    day_assumed      boolean not null,
    due_on           date,
    outcome          text,               -- null: open
    decided_on       date,
    overturned_cents bigint not null,
    last_position    bigint not null,
    constraint appeal_pk primary key (claim_id, appeal_no),
    constraint appeal_decided_has_outcome check ((outcome is null) = (decided_on is null))
);
