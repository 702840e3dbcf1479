-- Totals of one practice and payer on one day of one basis. A row is a cache of the ledger.
create table read_model.practice_daily_metrics (
    fold                  text   not null,
    practice              uuid   not null,
    payer                 uuid   not null,
    basis                 text   not null,    -- which day of a posting counts: EVENT or SUBMISSION
    day                   date   not null,
    submitted_claims      bigint not null default 0,
    submitted_cents       bigint not null default 0,
    submitted_lines       bigint not null default 0,    -- with a charge
    rejected_claims       bigint not null default 0,
    withdrawn_claims      bigint not null default 0,
    decided_claims        bigint not null default 0,
    decided_cents         bigint not null default 0,
    decided_lines         bigint not null default 0,
    denied_claims         bigint not null default 0,    -- first decision denied, in full or partly
    denied_partly_claims  bigint not null default 0,    -- of which partly
    denied_lines          bigint not null default 0,
    denied_cents          bigint not null default 0,
    denied_gross_cents    bigint not null default 0,    -- whole charge of the denied claims
    duplicate_claims      bigint not null default 0,    -- counted here only
    appealed_claims       bigint not null default 0,
    appeals_filed         bigint not null default 0,
    appeals_overturned    bigint not null default 0,
    appeals_partly        bigint not null default 0,
    appeals_upheld        bigint not null default 0,    -- with dismissed
    appeals_withdrawn     bigint not null default 0,
    overturned_claims     bigint not null default 0,
    overturned_cents      bigint not null default 0,
    paid_cents            bigint not null default 0,    -- may be negative
    recovered_cents       bigint not null default 0,    -- may be negative
    written_off_cents     bigint not null default 0,
    last_position         bigint not null,    -- last event that moved the row
    constraint practice_daily_metrics_pk primary key (fold, practice, basis, day, payer),
    constraint practice_daily_metrics_basis_known check (basis in ('EVENT', 'SUBMISSION'))
);

-- The same for one provider. A row is a cache of the ledger.
create table read_model.provider_performance (
    fold                  text   not null,
    practice              uuid   not null,
    provider              uuid   not null,
    payer                 uuid   not null,
    basis                 text   not null,
    grain                 text   not null,    -- DAY; months and quarters are sums of days and are added up on read
    period_start          date   not null,
    submitted_claims      bigint not null default 0,
    submitted_cents       bigint not null default 0,
    submitted_lines       bigint not null default 0,    -- with a charge
    rejected_claims       bigint not null default 0,
    withdrawn_claims      bigint not null default 0,
    decided_claims        bigint not null default 0,
    decided_cents         bigint not null default 0,
    decided_lines         bigint not null default 0,
    denied_claims         bigint not null default 0,    -- first decision denied, in full or partly
    denied_partly_claims  bigint not null default 0,    -- of which partly
    denied_lines          bigint not null default 0,
    denied_cents          bigint not null default 0,
    denied_gross_cents    bigint not null default 0,    -- whole charge of the denied claims
    duplicate_claims      bigint not null default 0,    -- counted here only
    appealed_claims       bigint not null default 0,
    appeals_filed         bigint not null default 0,
    appeals_overturned    bigint not null default 0,
    appeals_partly        bigint not null default 0,
    appeals_upheld        bigint not null default 0,    -- with dismissed
    appeals_withdrawn     bigint not null default 0,
    overturned_claims     bigint not null default 0,
    overturned_cents      bigint not null default 0,
    paid_cents            bigint not null default 0,    -- may be negative
    recovered_cents       bigint not null default 0,    -- may be negative
    written_off_cents     bigint not null default 0,
    last_position         bigint not null,    -- last event that moved the row
    constraint provider_performance_pk primary key (fold, practice, basis, grain, period_start, provider, payer),
    constraint provider_performance_basis_known check (basis in ('EVENT', 'SUBMISSION')),
    constraint provider_performance_grain_known check (grain in ('DAY', 'MONTH', 'QUARTER'))
);

-- Measures whose facet is open: reason classes, roads, waiting days. One row = one measure and facet on one day.
create table read_model.facet_daily_metrics (
    fold          text   not null,
    measure       text   not null,
    practice      uuid   not null,
    provider      uuid   not null,
    payer         uuid   not null,
    facet         text   not null,
    basis         text   not null,
    day           date   not null,
    amount        bigint not null,    -- in the unit of the measure
    last_position bigint not null,    -- last event that moved the row
    constraint facet_daily_metrics_pk primary key (fold, practice, measure, basis, day, facet, provider, payer),
    constraint facet_daily_metrics_basis_known check (basis in ('EVENT', 'SUBMISSION'))
);

-- Rates for people who read SQL: percent with two decimals, null where nothing was decided or submitted.
create view read_model.practice_daily_rates as
select fold, practice, payer, basis, day,
       submitted_claims, decided_claims, denied_claims, denied_cents, paid_cents, recovered_cents,
       round(100.0 * denied_claims / nullif(decided_claims, 0), 2)                        as denial_rate,
       round(100.0 * (decided_claims - denied_claims) / nullif(decided_claims, 0), 2)     as first_pass_rate,
       round(100.0 * denied_lines / nullif(decided_lines, 0), 2)                          as denial_rate_lines,
       round(100.0 * denied_cents / nullif(decided_cents, 0), 2)                          as denial_rate_charges,
       case basis when 'SUBMISSION' then
           round(100.0 * denied_claims / nullif(submitted_claims, 0), 2) end              as denied_of_submitted,
       round(100.0 * (appeals_overturned + appeals_partly)
             / nullif(appeals_overturned + appeals_partly + appeals_upheld, 0), 2)        as overturn_rate
  from read_model.practice_daily_metrics;

-- Rates for people who read SQL: percent with two decimals, null where nothing was decided or submitted.
create view read_model.provider_performance_rates as
select fold, practice, provider, payer, basis, grain, period_start,
       submitted_claims, decided_claims, denied_claims, denied_cents, paid_cents, recovered_cents,
       round(100.0 * denied_claims / nullif(decided_claims, 0), 2)                        as denial_rate,
       round(100.0 * (decided_claims - denied_claims) / nullif(decided_claims, 0), 2)     as first_pass_rate,
       round(100.0 * denied_lines / nullif(decided_lines, 0), 2)                          as denial_rate_lines,
       round(100.0 * denied_cents / nullif(decided_cents, 0), 2)                          as denial_rate_charges,
       case basis when 'SUBMISSION' then
           round(100.0 * denied_claims / nullif(submitted_claims, 0), 2) end              as denied_of_submitted,
       round(100.0 * (appeals_overturned + appeals_partly)
             / nullif(appeals_overturned + appeals_partly + appeals_upheld, 0), 2)        as overturn_rate
  from read_model.provider_performance;
