-- Who may do what. Runs after every migration, because the deployer may create the roles later than the tables.
-- No role of an application may update, delete or truncate a fact.
do $$
begin
    if exists (select from pg_roles where rolname = 'claimtrail_writer') then
        grant usage on schema event_store to claimtrail_writer;
        grant select, insert on event_store.event to claimtrail_writer;
        grant select on event_store.event_json to claimtrail_writer;
        grant select, update on event_store.log_head to claimtrail_writer;
        grant select, insert on event_store.directory to claimtrail_writer;
        grant select, insert on event_store.idempotency_key to claimtrail_writer;
        grant select, insert, update on event_store.data_key to claimtrail_writer;
        grant select, insert on event_store.vault_entry to claimtrail_writer;
        grant select, insert, update, delete on event_store.automation_token, event_store.automation_claim,
            event_store.automation_line, event_store.automation_evidence, event_store.automation_denial,
            event_store.automation_exposure, event_store.automation_day to claimtrail_writer;
        grant select, insert, update on event_store.job to claimtrail_writer;
        grant select, insert, update, delete on event_store.scheduled_job to claimtrail_writer;
        grant select, insert on event_store.job_run, event_store.job_difference to claimtrail_writer;
    end if;
    if exists (select from pg_roles where rolname = 'claimtrail_reader') then
        grant usage on schema event_store to claimtrail_reader;
        grant select on event_store.event, event_store.event_json, event_store.log_head to claimtrail_reader;
        grant select on event_store.job, event_store.scheduled_job, event_store.job_run, event_store.job_difference
            to claimtrail_reader;
    end if;
end
$$;
