-- What is in force is read from these facts alone, at every start and then five times a second: a few thousand among
-- millions. The list is the one the program asks with.
create index event_rulebook on event_store.event (position)
    where stream_type in ('practice', 'provider', 'payer', 'reference', 'policy', 'pattern');
