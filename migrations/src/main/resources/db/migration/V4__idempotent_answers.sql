-- What was answered to requests with an Idempotency-Key. It is written in the transaction that carries the request out.
-- The id is derived from the key and its owner, the fingerprint from key and request, and the answer can only be opened
-- with the key, which stands nowhere.
create table auth.idempotent_answers (
    id          uuid        primary key,
    user_id     uuid        references auth.users on delete cascade,
    fingerprint bytea       not null,
    answer      bytea       not null,
    expires_at  timestamptz not null
);

create index idempotent_answers_user on auth.idempotent_answers (user_id);
create index idempotent_answers_expiry on auth.idempotent_answers (expires_at);
