-- How an opinion came to be known: its author gave it, or it follows from a choice among the edits of a version.
alter table prompts.feedback
    add column source  text   not null default 'given' check (source in ('given', 'choice')),
    add column version bigint not null default 1;
