-- Lists of patterns and policies ask for all providers and payers together. Their days divide by both into many times as
-- many rows as there are patterns, and a list had to add them all up.

-- One pattern on one day or in one month of one basis, all providers and payers together. A row is a cache of the ledger.
create table read_model.pattern_totals (
    fold                       text   not null,
    practice                   uuid   not null,
    pattern_id                 uuid   not null,
    basis                      text   not null,
    grain                      text   not null,
    period_start               date   not null,
    exposed_claims             bigint not null default 0,
    decided_claims             bigint not null default 0,
    denied_claims              bigint not null default 0,
    denied_lines               bigint not null default 0,
    denied_cents               bigint not null default 0,
    at_risk_cents              bigint not null default 0,    -- movement of that day
    appealed_claims            bigint not null default 0,
    appeals_decided            bigint not null default 0,
    overturned_claims          bigint not null default 0,
    recovered_cents            bigint not null default 0,
    practice_started           bigint not null default 0,
    practice_completed         bigint not null default 0,
    practice_seconds           bigint not null default 0,
    practice_correct           bigint not null default 0,
    practice_total             bigint not null default 0,
    progress_points            bigint not null default 0,
    corrections_applied        bigint not null default 0,
    corrections_reported       bigint not null default 0,
    last_position              bigint not null,    -- last event that moved the row
    constraint pattern_totals_pk primary key (fold, practice, basis, grain, period_start, pattern_id),
    constraint pattern_totals_basis_known check (basis in ('EVENT', 'SUBMISSION')),
    constraint pattern_totals_grain_known check (grain in ('DAY', 'MONTH'))
);

-- One policy on one day or in one month of one basis, all providers and payers together. A row is a cache of the ledger.
create table read_model.policy_totals (
    fold                       text   not null,
    practice                   uuid   not null,
    policy_id                  uuid   not null,
    basis                      text   not null,
    grain                      text   not null,
    period_start               date   not null,
    hit_claims                 bigint not null default 0,
    hit_lines                  bigint not null default 0,
    violated_claims            bigint not null default 0,
    decided_claims             bigint not null default 0,
    denied_claims              bigint not null default 0,
    denied_cents               bigint not null default 0,
    appealed_claims            bigint not null default 0,
    appeals_decided            bigint not null default 0,
    overturned_claims          bigint not null default 0,
    asserted_hit_claims        bigint not null default 0,    -- a source said so and nobody tested it
    asserted_decided_claims    bigint not null default 0,
    asserted_denied_claims     bigint not null default 0,
    asserted_hit_lines         bigint not null default 0,
    asserted_violated_claims   bigint not null default 0,
    asserted_denied_cents      bigint not null default 0,
    asserted_appealed_claims   bigint not null default 0,
    asserted_appeals_decided   bigint not null default 0,
    asserted_overturned_claims bigint not null default 0,
    last_position              bigint not null,    -- last event that moved the row
    constraint policy_totals_pk primary key (fold, practice, basis, grain, period_start, policy_id),
    constraint policy_totals_basis_known check (basis in ('EVENT', 'SUBMISSION')),
    constraint policy_totals_grain_known check (grain in ('DAY', 'MONTH'))
);

-- The days on which a pattern denied, to find the last.
create index pattern_totals_denied on read_model.pattern_totals (fold, practice, basis, pattern_id, period_start)
    where grain = 'DAY' and denied_claims > 0;

-- Whom a policy denies, to count the providers.
create index policy_daily_metrics_denied on read_model.policy_daily_metrics
    (fold, practice, basis, day, policy_id, provider, payer) include (denied_claims) where denied_claims > 0;

-- What was counted before.
insert into read_model.pattern_totals (fold, practice, pattern_id, basis, grain, period_start, last_position,
       exposed_claims, decided_claims, denied_claims, denied_lines, denied_cents, at_risk_cents, appealed_claims,
       appeals_decided, overturned_claims, recovered_cents, practice_started, practice_completed, practice_seconds,
       practice_correct, practice_total, progress_points, corrections_applied, corrections_reported)
select t.fold, t.practice, t.pattern_id, t.basis, p.grain, p.period_start, max(t.last_position),
       sum(t.exposed_claims), sum(t.decided_claims), sum(t.denied_claims), sum(t.denied_lines), sum(t.denied_cents),
       sum(t.at_risk_cents), sum(t.appealed_claims), sum(t.appeals_decided), sum(t.overturned_claims),
       sum(t.recovered_cents), sum(t.practice_started), sum(t.practice_completed), sum(t.practice_seconds),
       sum(t.practice_correct), sum(t.practice_total), sum(t.progress_points), sum(t.corrections_applied),
       sum(t.corrections_reported)
  from read_model.pattern_daily_metrics t
 cross join lateral (values ('DAY', t.day), ('MONTH', date_trunc('month', t.day)::date)) as p (grain, period_start)
 group by 1, 2, 3, 4, 5, 6;

insert into read_model.policy_totals (fold, practice, policy_id, basis, grain, period_start, last_position,
       hit_claims, hit_lines, violated_claims, decided_claims, denied_claims, denied_cents, appealed_claims,
       appeals_decided, overturned_claims, asserted_hit_claims, asserted_decided_claims, asserted_denied_claims,
       asserted_hit_lines, asserted_violated_claims, asserted_denied_cents, asserted_appealed_claims,
       asserted_appeals_decided, asserted_overturned_claims)
select t.fold, t.practice, t.policy_id, t.basis, p.grain, p.period_start, max(t.last_position),
       sum(t.hit_claims), sum(t.hit_lines), sum(t.violated_claims), sum(t.decided_claims), sum(t.denied_claims),
       sum(t.denied_cents), sum(t.appealed_claims), sum(t.appeals_decided), sum(t.overturned_claims),
       sum(t.asserted_hit_claims), sum(t.asserted_decided_claims), sum(t.asserted_denied_claims),
       sum(t.asserted_hit_lines), sum(t.asserted_violated_claims), sum(t.asserted_denied_cents),
       sum(t.asserted_appealed_claims), sum(t.asserted_appeals_decided), sum(t.asserted_overturned_claims)
  from read_model.policy_daily_metrics t
 cross join lateral (values ('DAY', t.day), ('MONTH', date_trunc('month', t.day)::date)) as p (grain, period_start)
 group by 1, 2, 3, 4, 5, 6;
