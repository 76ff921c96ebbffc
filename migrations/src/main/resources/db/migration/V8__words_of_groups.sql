-- A search looks at groups alone: each has the words of all of its versions, and one index has them beside all else that a
-- list can be asked for, so that words and other conditions are found together.
drop index prompts.history_words;
drop index prompts.history_facets;
drop index prompts.versions_words;

-- Of the second words no more than which they are, which is all that most of them are asked for. PostgreSQL keeps no more
-- than a megabyte of words for a row; those that would be too many are left out.
create function prompts.with_words(known tsvector, others tsvector) returns tsvector
    language plpgsql immutable as $$
begin
    return known || strip(others);
exception when program_limit_exceeded then
    return known;
end $$;

create aggregate prompts.all_words(tsvector) (sfunc = prompts.with_words, stype = tsvector, initcond = '');

create function prompts.title_and_prompt(title text, prompt text) returns tsvector
    language sql immutable parallel safe
    return setweight(prompts.words(title), 'A') || setweight(prompts.words(prompt), 'B');

alter table prompts.history
    alter column search drop expression,
    alter column search set default '';

update prompts.history h
set search = prompts.with_words(h.search, v.words)
from (
    select history_id, prompts.all_words(search order by number) as words from prompts.versions group by history_id) v
where v.history_id = h.id;

-- Who adds a group together with its first version gives it the words of that version as search.
create function prompts.find_by_first_words() returns trigger language plpgsql as $$
begin
    new.search := prompts.with_words(prompts.title_and_prompt(new.title, new.original_prompt), new.search);
    return new;
end $$;

create trigger history_first_words before insert on prompts.history
    for each row execute function prompts.find_by_first_words();

create function prompts.find_by_other_words() returns trigger language plpgsql as $$
begin
    new.search := prompts.with_words(
        prompts.title_and_prompt(new.title, new.original_prompt),
        (select prompts.all_words(v.search order by v.number) from prompts.versions v
         where v.history_id = new.id and v.user_id = new.user_id));
    return new;
end $$;

create trigger history_other_words before update of title, original_prompt on prompts.history
    for each row
    when (old.title is distinct from new.title or old.original_prompt is distinct from new.original_prompt)
    execute function prompts.find_by_other_words();

-- Writes the group only where the version brings something new, because all that indexes know of it is written again.
create or replace function prompts.gather_facets() returns trigger language plpgsql as $$
declare
    found_techniques text[] := array(select distinct e ->> 'technique' from jsonb_array_elements(new.edits) e where e ? 'technique');
    found_models text[] := array_remove(array[new.model_name, new.model_id], null);
begin
    update prompts.history
    set techniques = array(select distinct t from unnest(techniques || found_techniques) t order by t),
        models = array(select distinct m from unnest(models || found_models) m order by m),
        search = prompts.with_words(search, new.search)
    where id = new.history_id and user_id = new.user_id
        and not (techniques @> found_techniques and models @> found_models
            and length(prompts.with_words(search, new.search)) = length(search));
    return null;
end $$;

create index history_found on prompts.history
    using gin (user_id, prompts.stretch(user_id, id), search, intent, status, tags, techniques, models);
