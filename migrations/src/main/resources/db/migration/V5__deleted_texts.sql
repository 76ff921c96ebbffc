-- What was deleted and still has its text, for the function that erases it once nobody can bring it back.
create index history_deleted_texts on prompts.history (deleted_at)
    where deleted_at is not null and original_prompt <> '';
create index templates_deleted_texts on prompts.templates (deleted_at)
    where deleted_at is not null and content <> '';
