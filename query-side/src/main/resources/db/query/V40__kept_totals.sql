-- What the postings of a stretch of the log add up to, over all payers and providers of a practice: any position is a
-- few stretches and a short rest of the ledger. A row is a cache of the ledger and may be dropped at any time.
--
-- One row = one measure in one stretch on one basis; its cells lie side by side in arrays, because there are many and
-- each is small. Stretch b of level 0 holds the positions from b * size + 1 to (b + 1) * size; one of the next level
-- holds as many of the level below as `fan` says.
create table read_model.kept_total (
    fold      text     not null,
    practice  uuid     not null,
    basis     text     not null,    -- which day of a posting counts: EVENT or SUBMISSION; EVER: none, all are one cell
    level     smallint not null,
    stretch   bigint   not null,
    measure   text     not null,
    first_day date     not null,    -- of all postings, also of those that cancel each other
    last_day  date     not null,
    days      date[]   not null,    -- cell by cell: day, facet and amount, in this order
    facets    text[]   not null,
    amounts   bigint[] not null,    -- none is 0
    constraint kept_total_pk primary key (practice, basis, level, stretch, measure, fold),
    constraint kept_total_basis_known check (basis in ('EVENT', 'SUBMISSION', 'EVER')),
    constraint kept_total_cells_complete
        check (cardinality(days) = cardinality(facets) and cardinality(days) = cardinality(amounts))
);

-- How far the totals of a fold are kept, and in which stretches.
create table read_model.kept_until (
    fold     text   not null,
    position bigint not null,    -- everything up to here; a multiple of size
    size     int    not null,    -- positions in a stretch of level 0
    fan      int    not null,    -- stretches in one of the next level
    edition  bigint not null,    -- of the ledger that was added up; what another one holds is kept anew
    constraint kept_until_pk primary key (fold)
);
