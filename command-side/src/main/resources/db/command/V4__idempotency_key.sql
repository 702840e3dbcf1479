-- Requests that were answered. One row = a caller's key, and the place in the log that its first answer led to.
create table event_store.idempotency_key (
    scope        uuid   not null,    -- the practice; all zeros for commands of the platform
    key          text   not null,    -- as sent by the caller
    request_hash text   not null,    -- SHA-256 of the request: the same key with another body is refused
    position     bigint not null,    -- last fact of the first answer; the head of the log when it led to none
    constraint idempotency_key_pk primary key (scope, key),
    constraint idempotency_key_at_most_200_characters check (length(key) <= 200)
);
