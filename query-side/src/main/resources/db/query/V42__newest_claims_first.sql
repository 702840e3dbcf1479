-- Lists show claims without a day last, so the index that sorts them has to as well.
drop index read_model.claim_by_submission;
create index claim_by_submission
    on read_model.claim (practice, submitted_on desc nulls last, claim_id) include (since_position);
