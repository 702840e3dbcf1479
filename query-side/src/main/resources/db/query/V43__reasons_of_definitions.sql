-- Why a version was published, in the words of who did; null: nobody said.
alter table read_model.metric_definition add column reason text;
