-- Who said first that a denial is taken back, and when: a letter, or the money. Both null while nobody has.
alter table read_model.denial_episode
    add column won_on date,
    add column told_by text,
    add constraint denial_episode_told_by_known check (told_by in ('LETTER', 'REMITTANCE')),
    add constraint denial_episode_won_on_its_word check ((won_on is null) = (told_by is null));
