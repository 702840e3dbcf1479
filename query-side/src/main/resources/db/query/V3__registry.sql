-- A practice: the tenant.
create table read_model.practice (
    practice_id   uuid    not null,
    number_source text    not null,
    number        text    not null,
    name          text    not null,
    time_zone     text    not null,    -- IANA; business days are days in it
    specialty     text,
    simulated     boolean not null,    -- runs write here; every page and export says so
    last_position bigint  not null,
    constraint practice_pk primary key (practice_id)
);

-- A clinician or group that renders or bills.
create table read_model.provider (
    provider_id   uuid    not null,
    practice      uuid    not null,
    number_source text    not null,
    number        text    not null,
    name          text,                -- null: seen in claims only
    npi           text,
    npi_valid     boolean not null,
    specialty     text,
    stub          boolean not null,
    last_position bigint  not null,
    constraint provider_pk primary key (provider_id)
);
create index provider_by_practice on read_model.provider (practice);

-- Who answers claims.
create table read_model.payer (
    payer_id      uuid   not null,
    practice      uuid   not null,
    number_source text   not null,
    number        text   not null,
    name          text   not null,
    payer_class   text   not null,
    aliases       text[] not null,
    last_position bigint not null,
    constraint payer_pk primary key (payer_id)
);
create index payer_by_practice on read_model.payer (practice);

-- One deadline of one payer, as published.
create table read_model.payer_term (
    payer_id              uuid   not null,
    position              bigint not null,    -- the fact that set it
    no                    int    not null,    -- its place among the terms of that fact
    terms_version         text   not null,
    kind                  text   not null,
    level                 int,
    days                  int    not null,
    counts_from           text   not null,
    presumed_receipt_days int    not null,
    effective_from        date   not null,
    effective_to          date,               -- first day on which it no longer holds
    citation              text,
    constraint payer_term_pk primary key (payer_id, position, no)
);

-- One file of one practice, taken in once.
create table read_model.import (
    import_id      uuid        not null,
    practice       uuid        not null,
    sha256         text        not null,
    bytes          bigint      not null,
    format         text        not null,
    profile        text        not null,
    parser_version text        not null,
    received_on    date        not null,
    interchange    text,
    state          text        not null,    -- STARTED or COMPLETED
    read           int,                     -- read = stored + seen before + held + refused; null until completed
    stored         int,
    seen_before    int,
    held           int,
    refused        int,
    warnings       int,
    events         int,
    millis         bigint,
    seen_again     int         not null default 0,    -- how often the same bytes came again
    started_at     timestamptz not null,
    last_position  bigint      not null,
    constraint import_pk primary key (import_id),
    constraint import_state_known check (state in ('STARTED', 'COMPLETED'))
);
create index import_by_practice on read_model.import (practice, started_at desc);

-- Something noted about one record of a file.
create table read_model.import_report (
    import_id uuid   not null,
    place     text   not null,
    code      text   not null,
    byte_from bigint not null,
    byte_to   bigint not null,
    severity  text   not null,    -- REFUSED, HELD, WARNING
    field     text,
    claim     uuid,
    verdict   text,               -- of a person, for a held record
    position  bigint not null,
    constraint import_report_pk primary key (import_id, place, code),
    constraint import_report_severity_known check (severity in ('REFUSED', 'HELD', 'WARNING'))
);

-- How often each code was noted in a file, also beyond the limit of kept warnings.
create table read_model.import_code (
    import_id uuid   not null,
    code      text   not null,
    count     int    not null,
    position  bigint not null,
    constraint import_code_pk primary key (import_id, code)
);
