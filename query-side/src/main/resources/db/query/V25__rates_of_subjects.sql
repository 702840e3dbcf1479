-- The rates of patterns and policies for people who read SQL. Percent with two decimals, whole cents for averages, null
-- where the denominator is 0. Those of a cohort stand on the basis SUBMISSION only. Rows of several days are read by
-- summing their counts; a mean of rates says something else.
create view read_model.pattern_daily_metrics_rates as
select t.*,
       round(100.0 * denied_claims / nullif(decided_claims, 0), 2)         as denial_rate,
       round(1.0 * denied_cents / nullif(denied_claims, 0))                as average_denied_cents,
       round(100.0 * overturned_claims / nullif(appeals_decided, 0), 2)    as overturn_rate,
       round(100.0 * practice_correct / nullif(practice_total, 0), 2)      as accuracy,
       case basis when 'SUBMISSION' then
           round(100.0 * appealed_claims / nullif(denied_claims, 0), 2) end as appealed_of_denied
  from read_model.pattern_daily_metrics t;

create view read_model.policy_daily_metrics_rates as
select t.*,
       round(100.0 * denied_claims / nullif(decided_claims, 0), 2)         as denial_rate,
       round(100.0 * overturned_claims / nullif(appeals_decided, 0), 2)    as overturn_rate,
       case basis when 'SUBMISSION' then
           round(100.0 * violated_claims / nullif(hit_claims, 0), 2) end   as violation_rate,
       case basis when 'SUBMISSION' then
           round(100.0 * denied_claims / nullif(hit_claims, 0), 2) end     as denied_of_hits,
       case basis when 'SUBMISSION' then
           round(100.0 * appealed_claims / nullif(denied_claims, 0), 2) end as appealed_of_denied
  from read_model.policy_daily_metrics t;

-- Held records that nobody has judged are looked for on every page.
create index import_report_held on read_model.import_report (import_id) where severity = 'HELD' and verdict is null;
