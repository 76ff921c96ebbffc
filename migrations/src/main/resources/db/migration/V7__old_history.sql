-- What still has its text, by when it was last touched, for the function that erases what its owner no longer wants to keep.
create index history_untouched on prompts.history (user_id, updated_at) where original_prompt <> '';
