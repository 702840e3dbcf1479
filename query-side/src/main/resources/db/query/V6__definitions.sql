-- One published version of a figure, rule or fold, in words an auditor reads. Never changes.
create table read_model.metric_definition (
    practice               uuid   not null,    -- all zeros: of the platform
    kind                   text   not null,    -- METRIC, RULE or FOLD
    id                     text   not null,    -- 'idr.claims'; of a rule or fold without its version: 'claim'
    version                int    not null,
    text                   text   not null,
    shown                  text,               -- the name on a page
    formula                text,               -- measures added, taken off and divided
    unit                   text,
    effective_from         date   not null,    -- the first day for which it holds
    standard_from_position bigint,             -- shown by default from this fact on; null: asked for by name only
    position               bigint not null,    -- the fact that published it
    constraint metric_definition_pk primary key (practice, kind, id, version),
    constraint metric_definition_kind_known check (kind in ('METRIC', 'RULE', 'FOLD')),
    constraint metric_definition_version_from_1 check (version >= 1)
);

-- A value from a day on, until the next. Never changes.
create table read_model.setting (
    practice       uuid   not null,    -- all zeros: of the platform; a practice's own value goes before it
    setting        text   not null,    -- 'cost-per-appeal'
    effective_from date   not null,
    value          bigint not null,
    unit           text,
    position       bigint not null,    -- the fact that set it
    constraint setting_pk primary key (practice, setting, effective_from)
);
