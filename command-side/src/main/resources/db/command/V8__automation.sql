-- How far each automation has read the log. Its row is locked while a node works, so that one node works at a time.
create table event_store.automation_token (
    name     text   not null,
    position bigint not null,    -- every fact up to here has had its consequences
    constraint automation_token_pk primary key (name)
);

-- What the finding of patterns remembers of the log; it could be read from there again.

-- One row = one claim, by the day on which patterns and policies are filled back.
create table event_store.automation_claim (
    claim        uuid not null,
    practice     uuid not null,
    submitted_on date not null,    -- or the day that stands in for it
    constraint automation_claim_pk primary key (claim)
);
create index automation_claim_by_day on event_store.automation_claim (practice, submitted_on);

-- One row = a line of the newest version of a claim that another claim of the patient may have to know.
create table event_store.automation_line (
    claim      uuid not null,
    line_no    int  not null,
    practice   uuid not null,
    patient    uuid not null,
    service_on date not null,
    code       text not null,
    provider   uuid,
    group_id   uuid,             -- the billing provider
    units      int  not null,
    constraint automation_line_pk primary key (claim, line_no)
);
create index automation_line_by_patient on event_store.automation_line (practice, patient, service_on);

-- One row = a denied line that a detector takes as evidence.
create table event_store.automation_evidence (
    practice     uuid    not null,
    detector     text    not null,
    subject      text    not null,
    claim        uuid    not null,
    decision_key text    not null,
    line_no      int     not null,
    decided_on   date    not null,
    code         text    not null,    -- empty where the claim was answered as a whole
    denied_cents bigint  not null,
    counts       boolean not null,    -- towards the threshold
    constraint automation_evidence_pk primary key (practice, detector, subject, claim, decision_key, line_no)
);
create index automation_evidence_by_claim on event_store.automation_evidence (claim);
create index automation_evidence_by_day on event_store.automation_evidence (practice, detector, subject, decided_on);

-- One row = a claim denied on a day by its primary payer.
create table event_store.automation_denial (
    practice   uuid not null,
    decided_on date not null,
    claim      uuid not null,
    constraint automation_denial_pk primary key (practice, decided_on, claim)
);

-- One row = a claim that a pattern could have caught.
create table event_store.automation_exposure (
    pattern uuid not null,
    claim   uuid not null,
    constraint automation_exposure_pk primary key (pattern, claim)
);

-- The latest business day of a practice, and the day up to which the status of its patterns was judged.
create table event_store.automation_day (
    practice  uuid not null,
    latest_on date not null,
    judged_on date,
    constraint automation_day_pk primary key (practice)
);
