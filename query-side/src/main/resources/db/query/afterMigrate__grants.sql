-- What this side may do. Runs after every migration, because the deployer may create the role later than the tables.
-- Nothing written to the ledger may be changed, not even by us.
do $$
begin
    if exists (select from pg_roles where rolname = 'claimtrail_query') then
        grant usage on schema read_model to claimtrail_query;
        grant select, insert, update, delete on all tables in schema read_model to claimtrail_query;
        revoke update, delete, truncate on read_model.metric_posting from claimtrail_query;
    end if;
end
$$;
