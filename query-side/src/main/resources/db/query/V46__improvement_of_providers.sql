-- For people who read SQL: in how many patterns a provider has improved, and how the denial rate moved.
do $view$
declare
    rates text := rtrim(pg_get_viewdef('read_model.provider_performance_rates'::regclass), '; ');
begin
    drop view read_model.provider_performance_rates;
    execute 'create view read_model.provider_performance_rates as select r.*,' || $columns$
        case r.basis when 'EVENT' then (
            select count(*) from (
                select b.pattern_id
                  from (select distinct on (pattern_id) pattern_id, from_on, to_on, provisional
                          from read_model.pattern_baseline
                         order by pattern_id, position desc) as b
                  join read_model.pattern_daily_metrics d
                    on d.pattern_id = b.pattern_id and d.fold = r.fold and d.practice = r.practice
                   and d.provider = r.provider and d.payer = r.payer and d.basis = 'EVENT'
                 where not b.provisional and b.to_on < r.period_start
                 group by b.pattern_id
                having sum(d.decided_claims) filter (where d.day between b.from_on and b.to_on) >= 10
                   and sum(d.decided_claims) filter (where d.day between r.period_start and p.last_on) >= 10
                   and sum(d.denied_claims) filter (where d.day between b.from_on and b.to_on) > 0
                   and 100 * sum(d.denied_claims) filter (where d.day between r.period_start and p.last_on)
                           * sum(d.decided_claims) filter (where d.day between b.from_on and b.to_on)
                       <= 80 * sum(d.denied_claims) filter (where d.day between b.from_on and b.to_on)
                             * sum(d.decided_claims) filter (where d.day between r.period_start and p.last_on)
            ) as improved) end as improved_patterns,
        (select r.denial_rate - round(100.0 * earlier.denied_claims / nullif(earlier.decided_claims, 0), 2)
           from read_model.provider_performance as earlier
          where earlier.fold = r.fold and earlier.practice = r.practice and earlier.provider = r.provider
            and earlier.payer = r.payer and earlier.basis = r.basis and earlier.grain = r.grain
            and earlier.period_start = (r.period_start - p.length)::date) as improvement_trend
      from ($columns$ || rates || $from$) as r
      cross join lateral (
        select l.length, (r.period_start + l.length)::date - 1 as last_on
          from (select case r.grain when 'DAY' then interval '1 day' when 'MONTH' then interval '1 month'
                                    else interval '3 months' end as length) as l) as p
    $from$;
end
$view$;

comment on column read_model.provider_performance_rates.improved_patterns is
    'patterns whose rate at this provider and payer in the period lies 20 % or more below that of their baseline days; by event only';
comment on column read_model.provider_performance_rates.improvement_trend is
    'denial rate less that of the period before, in points; null where either is not known';
