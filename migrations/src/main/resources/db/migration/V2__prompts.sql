create schema prompts;

-- A prompt group: the prompt as its author first wrote it, and what belongs to all of its versions.
create table prompts.history (
    id                     uuid        primary key,
    user_id                uuid        not null references auth.users on delete cascade,
    original_prompt        text        not null,
    title                  text        not null,
    intent                 text,
    current_version_number integer     not null check (current_version_number > 0),
    status                 text        not null default 'active' check (status in ('active', 'archived')),
    tags                   text[]      not null default '{}',
    favourite              boolean     not null default false,
    version                bigint      not null default 1,
    revision               bigint      not null,
    created_at             timestamptz not null,
    updated_at             timestamptz not null,
    deleted_at             timestamptz
);

create index history_newest on prompts.history (user_id, id desc) where deleted_at is null;
create index history_revisions on prompts.history (user_id, revision);

-- Versions are immutable. A version that the engine made carries the explanation it was returned with, without the two
-- texts; one that a client made carries the client's own words about it.
create table prompts.versions (
    id                  uuid        primary key,
    history_id          uuid        not null references prompts.history on delete cascade,
    user_id             uuid        not null references auth.users on delete cascade,
    number              integer     not null check (number > 0),
    original_prompt     text        not null,
    optimized_prompt    text        not null,
    reasoning           text,
    iteration_direction text,
    model_id            text,
    provider            text,
    model_name          text,
    status              text        not null check (status in ('enhanced', 'unchanged', 'client')),
    edits               jsonb       not null default '[]',
    explanation         jsonb,
    rule_set_hash       text,
    model_hash          text,
    revision            bigint      not null,
    created_at          timestamptz not null,
    unique (history_id, number)
);

create index versions_revisions on prompts.versions (user_id, revision);

create table prompts.templates (
    id          uuid        primary key,
    user_id     uuid        not null references auth.users on delete cascade,
    name        text        not null,
    content     text        not null,
    description text,
    category    text,
    tags        text[]      not null default '{}',
    is_public   boolean     not null default false,
    variables   jsonb       not null default '[]',
    usage_count bigint      not null default 0,
    version     bigint      not null default 1,
    revision    bigint      not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    deleted_at  timestamptz
);

create index templates_newest on prompts.templates (user_id, id desc) where deleted_at is null;
create index templates_public on prompts.templates (id desc) where is_public and deleted_at is null;
create index templates_revisions on prompts.templates (user_id, revision);

-- What a user thought of a version, or of one of its edits.
create table prompts.feedback (
    id         uuid        primary key,
    user_id    uuid        not null references auth.users on delete cascade,
    version_id uuid        not null references prompts.versions on delete cascade,
    edit_id    text,
    rating     smallint    not null check (rating between -1 and 1),
    comment    text,
    revision   bigint      not null,
    created_at timestamptz not null
);

create index feedback_version on prompts.feedback (version_id);
