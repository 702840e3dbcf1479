-- Why a status changed, with the counts: the whole pattern.status-changed, as told. Null: the status of the detection.
alter table read_model.pattern_status add column changed jsonb;

-- Something that somebody did about a pattern. The note stands in the vault.
create table read_model.pattern_action (
    pattern_id    uuid   not null,
    last_position bigint not null,    -- the fact
    action_type   text   not null,    -- RESUBMISSION, WORKFLOW_UPDATE, STAFF_TRAINING, SYSTEM_CONFIG, PRACTICE_CHANGE, OTHER
    taken_on      date   not null,
    constraint pattern_action_pk primary key (pattern_id, last_position)
);
