create schema auth;

-- E-mail and user name keep the spelling they were registered with. Their keys hold the one spelling by which they are
-- unique; the application makes it, because what lower() does depends on the server's locale.
create table auth.users (
    id            uuid        primary key,
    email         text        not null,
    email_key     text        not null,
    username      text        not null,
    username_key  text        not null,
    password_hash text        not null,
    is_active     boolean     not null default true,
    version       bigint      not null default 1,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    constraint users_email_taken unique (email_key),
    constraint users_username_taken unique (username_key)
);

-- One row a login: a family of refresh tokens of which only the newest one is valid.
create table auth.sessions (
    id                 uuid        primary key,
    user_id            uuid        not null references auth.users on delete cascade,
    refresh_token_hash bytea       not null,
    device             text,
    ip                 inet,
    created_at         timestamptz not null,
    last_used_at       timestamptz not null,
    expires_at         timestamptz not null,
    revoked_at         timestamptz
);

create index sessions_user on auth.sessions (user_id);

-- Attempts to prove a password that have failed or are under way, by the hash of the name that was tried and by the network
-- that tried it. A row is of use for a day and is deleted after that. Names that no account has are counted alike.
create table auth.login_attempts (
    name_hash bytea       not null,
    network   cidr        not null,
    failures  integer     not null,
    last_at   timestamptz not null,
    primary key (name_hash, network)
);

create index login_attempts_last on auth.login_attempts (last_at);

-- Public halves only: each function verifies access tokens with them, only auth holds the private key. A key is accepted
-- until retired_at.
create table auth.signing_keys (
    kid        text        primary key,
    public_key bytea       not null,
    created_at timestamptz not null,
    retired_at timestamptz
);

create table auth.api_keys (
    id           uuid        primary key,
    user_id      uuid        not null references auth.users on delete cascade,
    name         text        not null,
    prefix       text        not null unique,
    key_hash     bytea       not null,
    scopes       text[]      not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create index api_keys_user on auth.api_keys (user_id);

-- A counter for each user. Whoever writes a row of the user takes the next value in the same transaction; the row lock
-- makes revisions commit in their own order, so that a sync cursor never passes a row that commits late.
create table auth.revisions (
    user_id uuid   primary key references auth.users on delete cascade,
    last    bigint not null
);
