-- The rates of both daily tables say the same, so their columns are written once. Percent with two decimals, whole cents
-- for averages, null where the denominator is 0. Those of a cohort stand on the basis SUBMISSION only; on EVENT their two
-- halves speak of different claims.
do $views$
declare
    daily_table text;
begin
    foreach daily_table in array array['practice_daily_metrics', 'provider_performance'] loop
        execute format('drop view read_model.%I', daily_table || '_rates');
        execute format($view$
            create view read_model.%I as
            select t.*,
                   round(100.0 * denied_claims / nullif(decided_claims, 0), 2)                    as denial_rate,
                   round(100.0 * (decided_claims - denied_claims) / nullif(decided_claims, 0), 2) as first_pass_rate,
                   round(100.0 * denied_lines / nullif(decided_lines, 0), 2)                      as denial_rate_lines,
                   round(100.0 * denied_cents / nullif(decided_cents, 0), 2)                      as denial_rate_charges,
                   round(100.0 * denied_gross_cents / nullif(decided_cents, 0), 2)                as denial_rate_gross_charges,
                   round(1.0 * denied_cents / nullif(denied_claims, 0))                           as average_denied_cents,
                   round(100.0 * (appeals_overturned + appeals_partly)
                         / nullif(appeals_overturned + appeals_partly + appeals_upheld, 0), 2)    as overturn_rate,
                   round(100.0 * (appeals_overturned + appeals_partly)
                         / nullif(appeals_filed, 0), 2)                                           as overturned_of_filed,
                   case basis when 'EVENT' then
                       round(100.0 * written_off_cents / nullif(decided_cents, 0), 2) end         as write_off_rate,
                   case basis when 'SUBMISSION' then
                       round(100.0 * denied_claims / nullif(submitted_claims, 0), 2) end          as denied_of_submitted,
                   case basis when 'SUBMISSION' then
                       round(100.0 * (decided_claims - denied_claims)
                             / nullif(submitted_claims, 0), 2) end                                as approved_of_submitted,
                   case basis when 'SUBMISSION' then
                       round(100.0 * (submitted_claims - decided_claims - withdrawn_claims)
                             / nullif(submitted_claims, 0), 2) end                                as pending_of_submitted,
                   case basis when 'SUBMISSION' then
                       round(100.0 * paid_cents / nullif(submitted_cents, 0), 2) end              as collection_rate,
                   case basis when 'SUBMISSION' then
                       round(100.0 * rejected_claims / nullif(submitted_claims, 0), 2) end        as rejection_rate,
                   case basis when 'SUBMISSION' then
                       round(100.0 * appealed_claims / nullif(denied_claims, 0), 2) end           as appealed_of_denied
              from read_model.%I t
            $view$, daily_table || '_rates', daily_table);
    end loop;
end
$views$;

comment on column read_model.provider_performance.grain is 'DAY; MONTH and QUARTER of the calendar, each the sum of its days';
