-- Numbers of the outside world. One row = in this practice, this number of this kind names this stream.
-- Written in the same commit as the fact that introduces the number.
create table event_store.directory (
    practice  uuid not null,
    kind      text not null,                -- 'claim-number', 'payer-control-number', 'provider'
    key       text collate "C" not null,    -- the number with all that makes it unique; byte order serves prefix search
    stream_id uuid not null,
    constraint directory_pk primary key (practice, kind, key)
);
