-- Keys of persons. One row = the key under which all text about one owner (a patient, or a practice) is encrypted,
-- itself encrypted by a key that is kept outside this database. Without it the text is gone; the row stays as witness.
create table event_store.data_key (
    owner        uuid not null,
    wrapped      bytea,          -- null: destroyed
    destroyed_at timestamptz,
    constraint data_key_pk primary key (owner),
    constraint data_key_wrapped_or_destroyed check ((wrapped is null) = (destroyed_at is not null))
);

-- Text that must not stand in the log. One row = what one reference of an event points to.
create table event_store.vault_entry (
    ref        uuid not null,
    practice   uuid not null,
    owner      uuid not null,
    ciphertext bytea,    -- null: it reached us after the key of its owner had been destroyed, and was not kept
    constraint vault_entry_pk primary key (ref)
);
