create schema prompts;

-- An index of words can then begin with the user, so that a search reads nobody else's.
create extension if not exists btree_gin;

-- The runs of those scripts in a text that put no space between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese.
create function prompts.runs(content text) returns text
    language sql immutable parallel safe
    return btrim(regexp_replace(
        content,
        '[^\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3041-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\U00020000-\U0003FFFF]+',
        ' ', 'g'));

-- What a text is found by. Each word as it is written, for every language, and once more by its English stem; of a run every
-- two characters that stand side by side, so that a part of it is found, and the last one alone.
create function prompts.words(content text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector('simple', content) || to_tsvector('english', content)
        || to_tsvector('simple', regexp_replace(prompts.runs(content), '([^ ]{2})', '\1 ', 'g'))
        || to_tsvector('simple', regexp_replace(
            regexp_replace(' ' || prompts.runs(content), ' [^ ]', ' ', 'g'), '([^ ]{2})', '\1 ', 'g'));

-- What to look for in such words, as people write it for a search engine: "a phrase", or, -without.
create function prompts.asked(words text) returns tsquery
    language sql immutable parallel safe
    return (
        select case
            when pairs is null then spaced
            when numnode(spaced) = 0 then pairs
            else pairs && spaced end
        from (
            select websearch_to_tsquery('simple', rest) || websearch_to_tsquery('english', rest) as spaced, pairs
            from (
                select
                    case prompts.runs(words)
                        when '' then words
                        else regexp_replace(words, replace(prompts.runs(words), ' ', '|'), ' ', 'g') end as rest,
                    (select cast(string_agg(pair, ' & ') as tsquery)
                     from unnest(string_to_array(prompts.runs(words), ' ')) as run
                     cross join lateral (
                        select format('''%s''%s', substr(run, i, 2), case length(run) when 1 then ':*' end) as pair
                        from generate_series(1, greatest(1, length(run) - 1)) as i) as paired) as pairs) as parts) as queries);

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
    -- Those of its versions, gathered by a trigger, so that a list by one of them need not read the versions.
    techniques             text[]      not null default '{}',
    models                 text[]      not null default '{}',
    favourite              boolean     not null default false,
    version                bigint      not null default 1,
    revision               bigint      not null,
    created_at             timestamptz not null,
    updated_at             timestamptz not null,
    deleted_at             timestamptz,
    -- It stands within the row rather than beside it, because a search reads nothing else of most rows it ranks.
    search                 tsvector    storage main not null generated always as (
        setweight(prompts.words(title), 'A') || setweight(prompts.words(original_prompt), 'B')) stored
);

-- Where in time a group stands among its owner's, to three days: the owner's id, and the first digits of the group's, which
-- begins with the time. By an index that has it words are found in a user's newest groups without a look at the older ones;
-- it is an array because such an index finds any of a list, and no range.
create function prompts.stretch(user_id uuid, history_id uuid) returns text[]
    language sql immutable parallel safe
    return array[user_id::text || left(history_id::text, 5)];

create index history_ids on prompts.history (user_id, id desc) where deleted_at is null;
create index history_newest on prompts.history (user_id, created_at desc, id desc) where deleted_at is null;
create index history_deleted on prompts.history (user_id, deleted_at) where deleted_at is not null;
create index history_favourites on prompts.history (user_id, created_at desc, id desc) where favourite and deleted_at is null;
create index history_facets on prompts.history using gin (user_id, intent, status, tags, techniques, models);
create index history_words on prompts.history using gin (user_id, prompts.stretch(user_id, id), search);
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
    search              tsvector    storage main not null generated always as (
        setweight(prompts.words(left(optimized_prompt, 30000)), 'C')) stored,
    unique (history_id, number)
);

create index versions_revisions on prompts.versions (user_id, revision);
create index versions_words on prompts.versions using gin (user_id, prompts.stretch(user_id, history_id), search);

create function prompts.gather_facets() returns trigger language plpgsql as $$
declare
    found_techniques text[] := array(select distinct e ->> 'technique' from jsonb_array_elements(new.edits) e where e ? 'technique');
    found_models text[] := array_remove(array[new.model_name, new.model_id], null);
begin
    update prompts.history
    set techniques = array(select distinct t from unnest(techniques || found_techniques) t order by t),
        models = array(select distinct m from unnest(models || found_models) m order by m)
    where id = new.history_id and user_id = new.user_id
        and not (techniques @> found_techniques and models @> found_models);
    return null;
end $$;

create trigger versions_facets after insert or update of edits, model_id, model_name on prompts.versions
     for each row execute function prompts.gather_facets();

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

-- Small letters are made by a collation of PostgreSQL's own, because what the server's locale makes of them differs.
create function prompts.template_words(name text, description text, content text) returns tsvector
    language sql immutable parallel safe
    return prompts.words(lower((name || ' ' || coalesce(description, '') || ' ' || content) collate "pg_c_utf8"));

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
    deleted_at  timestamptz,
    search      tsvector    storage main not null generated always as (prompts.template_words(name, description, content)) stored
);

create index templates_newest on prompts.templates (user_id, id desc) where deleted_at is null;
create index templates_public on prompts.templates (id desc) where is_public and deleted_at is null;
create index templates_revisions on prompts.templates (user_id, revision);
create index templates_tags on prompts.templates using gin (tags);

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
