insert into prompts.versions (
    id, history_id, user_id, number, original_prompt, optimized_prompt, iteration_direction, model_name, status, edits,
    explanation, rule_set_hash, model_hash, revision, created_at)
select bench.id(g.at + number * interval '10 minutes', 'v' || g.n || '-' || number), bench.id(g.at, 'g' || g.n), g.user_id,
    number, g.prompt, a.text || E'\n\n' || g.prompt || E'\n\n' || b.text, case when number > 1 then 'shorter' end,
    'model-' || bench.zipf(seed, 3, 300), 'enhanced',
    jsonb_build_array(
        jsonb_build_object(
            'id', 'e1', 'technique', first, 'rule', first || '-1', 'position', 'before', 'text', a.text,
            'reason', 'the prompt has no examples', 'evidence', '[]'::jsonb),
        jsonb_build_object(
            'id', 'e2', 'technique', second, 'rule', second || '-2', 'position', 'after', 'text', b.text,
            'reason', 'the task has several steps', 'evidence', '[]'::jsonb)),
    jsonb_build_object(
        'verdict', 'enhanced', 'language', 'en', 'model_class', case g.n % 3 when 0 then 'reasoning' else 'standard' end,
        'intent', jsonb_build_object('label', 'reasoning', 'confidence', 0.83, 'alternatives', '[]'::jsonb, 'abstained', false),
        'tokens', jsonb_build_object('original', 40, 'enhanced', 70, 'added', 30, 'encoding', 'o200k_base')),
    md5('rules' || g.n / 50000), md5('model'), g.n * 4 + number, g.at + number * interval '10 minutes'
from bench.groups g
cross join lateral generate_series(1, 1 + n / 2 % 4) as number
cross join lateral (select g.n::bigint * 8 + number as seed) as seeds
cross join lateral (select techniques[bench.zipf(seed, 4, 15)] as first, techniques[bench.zipf(seed, 5, 15)] as second
    from (select array['structured_output','step_by_step','role_play','few_shot','chain_of_thought','constraints','audience','delimiters','self_check','decomposition','examples','tone','length','glossary','citations'] as techniques) as all_techniques) as made
join bench.sentences a on a.id = 1 + bench.pick(seed, 6, 40000)
join bench.sentences b on b.id = 1 + bench.pick(seed, 7, 40000)
where g.n / 2 % 2 = :half
order by g.n;
