update prompts.history h
set techniques = f.techniques, models = f.models, search = prompts.with_words(h.search, f.words)
from (
    select v.history_id, array_agg(distinct model_name) as models, prompts.all_words(search order by number) as words,
        array(
            select distinct e ->> 'technique' from prompts.versions t, jsonb_array_elements(t.edits) e
            where t.history_id = v.history_id) as techniques
    from prompts.versions v
    group by v.history_id) as f
where f.history_id = h.id;

insert into prompts.labels (id, user_id, history_id, name, version_id, revision, created_at, updated_at)
select bench.id(created_at, 'l' || id), user_id, history_id, 'production', id, revision, created_at, created_at
from prompts.versions
where number = 1 and revision % 20 = 1;

insert into prompts.feedback (id, user_id, version_id, edit_id, verdict, revision, created_at, updated_at)
select bench.id(created_at, 'f' || id), user_id, id, 'e1', case revision % 3 when 0 then 'removed' else 'kept' end, revision,
    created_at, created_at
from prompts.versions
where revision % 50 = 1;

-- A fortieth of the users' prompts are templates, a tenth of these public.
insert into prompts.templates (
    id, user_id, name, content, description, category, tags, is_public, usage_count, revision, created_at, updated_at)
select bench.id(at, 't' || n), user_id, left(split_part(prompt, '.', 1), 60), prompt || ' {{input}}', 'for ' || n % 7,
    'category' || bench.zipf(n, 1, 20), array['tag' || bench.zipf(n, 2, 100)], bench.pick(n, 9, 10) = 0, n % 100, n, at, at
from bench.groups
where n / 2 % 40 = 0;
