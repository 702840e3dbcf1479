-- Which edition of the read models is shown: how often they were put in place anew, and which folds they count. What
-- was answered from one edition is not remembered in the next. Who reads several tables for one answer holds this
-- table first, and who puts others in their place takes it first: so nobody ever sees some of both.
create table read_model.edition (
    number   bigint  not null,
    folds    text[]  not null,                -- 'claim/1': who counts, in which version
    only_row boolean not null default true,
    constraint edition_pk primary key (only_row),
    constraint edition_only_one check (only_row)
);
insert into read_model.edition (number, folds) values (1, '{claim/1, import/1, session/1, pattern/1}');
