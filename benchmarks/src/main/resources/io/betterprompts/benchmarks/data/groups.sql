insert into prompts.history (
    id, user_id, original_prompt, title, intent, current_version_number, status, tags, favourite, revision, created_at,
    updated_at)
select bench.id(at, 'g' || n), user_id, prompt, left(split_part(prompt, '.', 1), 80),
    (array['reasoning','code_generation','summarization','creative_writing','translation','data_analysis','question_answering','planning','classification','extraction','conversation','editing','brainstorming','other'])[bench.zipf(n, 1, 14)],
    1 + n / 2 % 4, case n % 20 when 6 then 'archived' else 'active' end,
    case n % 3 when 0 then '{}' else array['tag' || bench.zipf(n, 2, 500), 'project' || n % 40] end,
    n % 50 in (7, 8), n, at, at
from bench.groups
where n / 2 % 2 = :half
order by n;
