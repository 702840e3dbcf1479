-- A recurring cause of denials at one practice. What it costs is summed from the ledger.
create table read_model.pattern (
    pattern_id      uuid   not null,
    practice        uuid   not null,
    number_source   text,
    number          text,               -- null: found by a detector, which numbers nothing
    origin          text   not null,    -- DETECTED, DECLARED, IMPORTED, SCENARIO
    detector        text,
    subject         text,
    reason_class    text   not null,
    category        text   not null,
    title           text   not null,
    codes           text[] not null,    -- scope; empty: every code
    detected_on     date   not null,
    evidence        uuid[] not null,    -- claims that tripped the rule
    status          text   not null,
    recovery_status text,               -- null: nobody has said it
    guidance        jsonb,              -- the newest pattern.guidance-set, as told
    asserted        jsonb  not null,    -- figures of the source; nobody counts them
    last_position   bigint not null,
    constraint pattern_pk primary key (pattern_id),
    constraint pattern_status_known check (status in ('ACTIVE', 'IMPROVING', 'RESOLVED', 'ARCHIVED'))
);
create index pattern_by_practice on read_model.pattern (practice);

-- One status of one pattern, from the day on which it took it.
create table read_model.pattern_status (
    pattern_id    uuid   not null,
    last_position bigint not null,    -- the fact that says so
    status        text   not null,
    from_on       date   not null,
    reason        text   not null,    -- why, in words
    constraint pattern_status_pk primary key (pattern_id, last_position),
    constraint pattern_status_word_known check (status in ('ACTIVE', 'IMPROVING', 'RESOLVED', 'ARCHIVED'))
);

-- One version of a payer's or public rule.
create table read_model.policy (
    policy_id      uuid   not null,
    version        int    not null,
    practice       uuid,               -- null: of the platform, for all
    number_source  text   not null,
    number         text   not null,
    name           text   not null,
    mode           text   not null,    -- EDIT, INFORM, ADVISE
    topic          text,
    effective_from date   not null,
    effective_to   date,
    retired_on     date,               -- null: still in force
    codes          text[] not null,    -- to which it applies; empty: every code
    carcs          text[] not null,    -- expected on a denial by it
    published      jsonb  not null,    -- all of policy.published, as told
    last_position  bigint not null,
    constraint policy_pk primary key (policy_id, version),
    constraint policy_mode_known check (mode in ('EDIT', 'INFORM', 'ADVISE'))
);
create index policy_by_practice on read_model.policy (practice);

-- One version of the reference card of a procedure code.
create table read_model.code_intelligence (
    card_id        uuid   not null,    -- the card's stream
    version        int    not null,
    practice       uuid,               -- null: of the platform, for all
    code           text   not null,
    title          text   not null,
    category       text   not null,
    effective_from date   not null,
    published      jsonb  not null,    -- all of code.published, as told
    last_position  bigint not null,
    constraint code_intelligence_pk primary key (card_id, version)
);
create index code_intelligence_by_code on read_model.code_intelligence (code, practice);

-- One sitting, or corrections outside of one.
create table read_model.practice_session (
    session_id           uuid        not null,
    practice             uuid        not null,
    user_key             text        not null,    -- a pseudonym; '-': not stated
    pattern_id           uuid        not null,
    kind                 text,                    -- null: corrections only
    started_at           timestamptz,             -- null: corrections only
    completed_at         timestamptz,             -- null: not completed
    seconds              int,
    correct              int,
    total                int,
    corrections_reported int,
    corrections          jsonb       not null,    -- each {pattern, kind, effectiveOn, scope}
    last_position        bigint      not null,
    constraint practice_session_pk primary key (session_id)
);
create index practice_session_by_practice on read_model.practice_session (practice, started_at);

-- One pattern on one day of one basis. A row is a cache of the ledger.
create table read_model.pattern_daily_metrics (
    fold                 text   not null,
    practice             uuid   not null,
    pattern_id           uuid   not null,
    provider             uuid   not null,
    payer                uuid   not null,
    basis                text   not null,
    day                  date   not null,
    exposed_claims       bigint not null default 0,
    decided_claims       bigint not null default 0,
    denied_claims        bigint not null default 0,
    denied_lines         bigint not null default 0,
    denied_cents         bigint not null default 0,
    at_risk_cents        bigint not null default 0,    -- movement of that day
    appealed_claims      bigint not null default 0,
    appeals_decided      bigint not null default 0,
    overturned_claims    bigint not null default 0,
    recovered_cents      bigint not null default 0,
    practice_started     bigint not null default 0,
    practice_completed   bigint not null default 0,
    practice_seconds     bigint not null default 0,
    practice_correct     bigint not null default 0,
    practice_total       bigint not null default 0,
    progress_points      bigint not null default 0,
    corrections_applied  bigint not null default 0,
    corrections_reported bigint not null default 0,
    last_position        bigint not null,    -- last event that moved the row
    constraint pattern_daily_metrics_pk primary key (fold, practice, basis, day, pattern_id, provider, payer),
    constraint pattern_daily_metrics_basis_known check (basis in ('EVENT', 'SUBMISSION'))
);

-- One policy on one day of one basis. A row is a cache of the ledger.
create table read_model.policy_daily_metrics (
    fold                    text   not null,
    practice                uuid   not null,
    policy_id               uuid   not null,
    provider                uuid   not null,
    payer                   uuid   not null,
    basis                   text   not null,
    day                     date   not null,
    hit_claims              bigint not null default 0,
    hit_lines               bigint not null default 0,
    violated_claims         bigint not null default 0,
    decided_claims          bigint not null default 0,
    denied_claims           bigint not null default 0,
    denied_cents            bigint not null default 0,
    appealed_claims         bigint not null default 0,
    appeals_decided         bigint not null default 0,
    overturned_claims       bigint not null default 0,
    asserted_hit_claims     bigint not null default 0,    -- a source said so and nobody tested it
    asserted_decided_claims bigint not null default 0,
    asserted_denied_claims  bigint not null default 0,
    last_position           bigint not null,    -- last event that moved the row
    constraint policy_daily_metrics_pk primary key (fold, practice, basis, day, policy_id, provider, payer),
    constraint policy_daily_metrics_basis_known check (basis in ('EVENT', 'SUBMISSION'))
);

-- Lists as they were at a position ask first which claims went on since.
create index claim_by_last_position on read_model.claim (practice, last_position);
create index claim_by_pattern on read_model.claim using gin (patterns);
create index claim_by_policy on read_model.claim using gin (policies);
