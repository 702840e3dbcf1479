-- What a source said of a policy and nobody tested has its place for every measure, so that each posting stands in a row.
alter table read_model.policy_daily_metrics
    add column asserted_hit_lines         bigint not null default 0,
    add column asserted_violated_claims   bigint not null default 0,
    add column asserted_denied_cents      bigint not null default 0,
    add column asserted_appealed_claims   bigint not null default 0,
    add column asserted_appeals_decided   bigint not null default 0,
    add column asserted_overturned_claims bigint not null default 0;

-- Rows are a cache of the ledger: what is posted already is summed from there.
do $fill$
declare
    pair text[];
begin
    foreach pair slice 1 in array array[
        ['asserted_hit_lines', 'policy.hit.lines'],
        ['asserted_violated_claims', 'policy.violated'],
        ['asserted_denied_cents', 'policy.denied.cents'],
        ['asserted_appealed_claims', 'policy.appealed'],
        ['asserted_appeals_decided', 'policy.appeal.decided'],
        ['asserted_overturned_claims', 'policy.overturned']]
    loop
        execute format($sql$
            insert into read_model.policy_daily_metrics as t
                   (fold, practice, policy_id, provider, payer, basis, day, %1$I, last_position)
            select fold, practice, substring(facet from 10)::uuid, provider, payer, b.basis,
                   case b.basis when 'EVENT' then event_day else cohort_day end, sum(amount)::bigint, max(position)
              from read_model.metric_posting
             cross join (values ('EVENT'), ('SUBMISSION')) as b (basis)
             where measure = %2$L and facet like 'asserted:%%'
             group by 1, 2, 3, 4, 5, 6, 7
                on conflict on constraint policy_daily_metrics_pk
                do update set %1$I = excluded.%1$I, last_position = greatest(t.last_position, excluded.last_position)
            $sql$, pair[1], pair[2]);
    end loop;
end
$fill$;
