-- What a pattern is called, for those who estimate. One row = one detection.
create table read_model.pattern_found (
    pattern_id  uuid   not null,
    practice    uuid   not null,
    number      text,               -- null: found by a detector, which numbers nothing
    title       text   not null,
    detected_on date   not null,
    position    bigint not null,    -- the fact
    constraint pattern_found_pk primary key (pattern_id)
);
create index pattern_found_by_practice on read_model.pattern_found (practice);

-- How often a pattern denied when it was found. One row = one fact; of several the latest holds.
create table read_model.pattern_baseline (
    pattern_id      uuid    not null,
    position        bigint  not null,    -- the fact
    from_on         date    not null,    -- first day of decision
    to_on           date    not null,    -- last day
    decided_claims  bigint  not null,    -- that it could have caught
    denied_claims   bigint  not null,    -- that it caught
    denied_cents    bigint  not null,
    provisional     boolean not null,    -- too few claims; may be fixed again
    constraint pattern_baseline_pk primary key (pattern_id, position)
);
