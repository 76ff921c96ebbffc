-- Words as often as in a language: the n-th is met 1/n as often as the first. Sentences of them, and prompts of sentences.
create schema bench;

create unlogged table bench.words as
select n as id,
    case
        when n <= 60 then (string_to_array('the of to and a in for write is with that on as explain by this from an list be you are code data model use how new one python text my it or user time what make each give short system can all team summarize test work plan example between value steps compare report file number customer story query function error', ' '))[n]
        else (array['ba','co','di','fu','ga','he','jo','ku','la','mi','no','pe','ra','si','tu','ve','wo','xa','yo','zi'])[1 + n % 20]
            || (array['rt','ln','mp','st','ck','nd','x','v','l','b','rg','tch','ss','m'])[1 + n / 20 % 14]
            || (array['a','e','i','o','u','er','in','et','ion','al','ly'])[1 + n / 280 % 11]
            || (array['','ta','re','mo','li','ne','sa','du'])[1 + n / 3080]
    end as word
from generate_series(1, 20000) n;

select setseed(0.42);

create unlogged table bench.sentences as
select s as id, string_agg(word, ' ') || '.' as text
from (
    select s, floor(exp(random() * ln(20000)))::int as word_id
    from generate_series(1, 40000) s, generate_series(1, 12)) as chosen
join bench.words on words.id = word_id
group by s;

create unique index on bench.sentences (id);
analyze bench.words, bench.sentences;

-- A number that is always the same for the same two.
create function bench.pick(seed bigint, salt int, below int) returns int language sql immutable
    return abs(hashint8(seed * 1000003 + salt)::bigint) % below;

-- One of a list, where the n-th is met 1/n as often as the first.
create function bench.zipf(seed bigint, salt int, below int) returns int language sql immutable
    return floor(exp(bench.pick(seed, salt, 100000) / 100000.0 * ln(below + 1)))::int;

create function bench.id(at timestamptz, salt text) returns uuid language sql immutable
    return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(salt), 1, 3) || '8'
        || substr(md5(salt), 5, 15))::uuid;

insert into auth.users (id, email, email_key, username, username_key, password_hash, created_at, updated_at)
select md5('user' || u)::uuid, u || '@example.com', u || '@example.com', 'user' || u, 'user' || u, '', now(), now()
from generate_series(1, 100) u;

insert into auth.revisions (user_id, last) select id, 10000000 from auth.users;

-- Half of all groups belong to one user, the others to 99. Three years of them, one to six sentences each.
create unlogged table bench.groups as
select n, md5('user' || case n % 2 when 0 then 1 else 2 + n / 2 % 99 end)::uuid as user_id,
    now() - interval '3 years' + n * (interval '3 years' / :groups) as at, string_agg(s.text, ' ') as prompt
from (
    select n, 1 + bench.pick(n, i, 40000) as sentence
    from generate_series(1, :groups) n, generate_series(1, 1 + n % 6) i) as chosen
join bench.sentences s on s.id = sentence
group by n;
