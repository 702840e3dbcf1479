-- What a code of a payer means to us from a day on. One row = one fact that says so; it never changes.
create table read_model.reason_entry (
    position       bigint not null,    -- the fact
    practice       uuid   not null,    -- all zeros: of the platform; a practice's own word goes before it
    system         text   not null,    -- 'CARC'
    code           text   not null,
    remark         text   not null,    -- only with this remark; '' with any
    adjusted_by    text   not null,    -- only in this adjustment group; '' in any
    payer          uuid   not null,    -- only of this payer; all zeros: of any
    effect         text   not null,    -- NEUTRAL, COST_SHARE or DENYING
    reason_class   text,               -- null where nothing is denied
    category       text,
    preventable    text,               -- null where nobody knows
    effective_from date   not null,
    effective_to   date,               -- first day on which it no longer holds
    constraint reason_entry_pk primary key (position)
);
create index reason_entry_by_code on read_model.reason_entry (code, system);
