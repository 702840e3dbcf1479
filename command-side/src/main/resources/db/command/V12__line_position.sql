-- Of two claims of a patient on one day, the one told later is the one too many. Lines kept before have no position;
-- the automation reads the log again from its beginning.
delete from event_store.automation_line;
alter table event_store.automation_line
    add column position bigint not null;    -- of the fact that told the line
update event_store.automation_token set position = 0;
