create schema prompts;

-- An index of words can then begin with the user, so that a search reads nobody else's.
create extension if not exists btree_gin;

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
    deleted_at             timestamptz,
    -- Each word as it is written, for every language, and once more by its English stem.
    search                 tsvector    not null generated always as (
        setweight(to_tsvector('simple', title) || to_tsvector('english', title), 'A')
        || setweight(to_tsvector('simple', original_prompt) || to_tsvector('english', original_prompt), 'B')) stored
);

create index history_newest on prompts.history (user_id, id desc) where deleted_at is null;
create index history_words on prompts.history using gin (user_id, search);
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
    -- The version of the same group that this one was made from by restoring it or by choosing among its edits.
    source_version_id   uuid,
    revision            bigint      not null,
    created_at          timestamptz not null,
    -- Of very long texts the beginning, because PostgreSQL keeps no more than a megabyte of words for a row.
    search              tsvector    not null generated always as (
        setweight(
            to_tsvector('simple', left(optimized_prompt, 30000))
            || to_tsvector('english', left(optimized_prompt, 30000)), 'C')) stored,
    unique (history_id, number)
);

create index versions_revisions on prompts.versions (user_id, revision);
create index versions_words on prompts.versions using gin (user_id, search);

-- A name that points at one version of a group, such as production, and can be moved to another.
create table prompts.labels (
    id         uuid        primary key,
    user_id    uuid        not null references auth.users on delete cascade,
    history_id uuid        not null references prompts.history on delete cascade,
    name       text        not null,
    version_id uuid        not null references prompts.versions on delete cascade,
    version    bigint      not null default 1,
    revision   bigint      not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz,
    unique (history_id, name)
);

create index labels_revisions on prompts.labels (user_id, revision);
create index labels_version on prompts.labels (version_id);

-- Changes that devices sent and that were made, by the ids the devices gave them, so that none is made twice.
create table prompts.sync_changes (
    id         uuid        not null,
    user_id    uuid        not null references auth.users on delete cascade,
    row_id     uuid        not null,
    created_at timestamptz not null,
    primary key (user_id, id)
);

create index sync_changes_age on prompts.sync_changes (user_id, created_at);

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
create index templates_tags on prompts.templates using gin (tags);

-- Each word as it is written, for every language, and once more by its English stem. Small letters are made by a collation
-- of PostgreSQL's own, because what the server's locale makes of them differs.
create function prompts.template_words(name text, description text, content text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector('simple', lower((name || ' ' || coalesce(description, '') || ' ' || content) collate "pg_c_utf8"))
        || to_tsvector('english', lower((name || ' ' || coalesce(description, '') || ' ' || content) collate "pg_c_utf8"));

create index templates_words on prompts.templates using gin (prompts.template_words(name, description, content));

-- A template as it stood after each change: version is that of the template at that time. Rows never change.
create table prompts.template_versions (
    id          uuid        primary key,
    template_id uuid        not null references prompts.templates on delete cascade,
    user_id     uuid        not null references auth.users on delete cascade,
    version     bigint      not null,
    name        text        not null,
    content     text        not null,
    description text,
    category    text,
    tags        text[]      not null,
    is_public   boolean     not null,
    variables   jsonb       not null,
    created_at  timestamptz not null,
    unique (template_id, version)
);

create index template_versions_user on prompts.template_versions (user_id);

-- What a user thought of a version, or of one of its edits: one row each, which a later opinion changes.
create table prompts.feedback (
    id         uuid        primary key,
    user_id    uuid        not null references auth.users on delete cascade,
    version_id uuid        not null references prompts.versions on delete cascade,
    edit_id    text,
    verdict    text        check (verdict in ('kept', 'removed')),
    rating     smallint    check (rating between 1 and 5),
    comment    text,
    revision   bigint      not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (verdict is not null or rating is not null or comment is not null),
    constraint feedback_subject unique nulls not distinct (version_id, edit_id)
);

create index feedback_user on prompts.feedback (user_id);
