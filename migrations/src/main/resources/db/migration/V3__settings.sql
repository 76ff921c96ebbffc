create schema settings;

create table settings.user_settings (
    user_id       uuid        primary key references auth.users on delete cascade,
    theme         text        not null default 'light',
    language      text        not null default 'en',
    default_model text,
    settings_data jsonb       not null default '{}',
    -- A prompt group that has not changed for as many days is erased; null keeps it.
    history_retention_days integer check (history_retention_days between 1 and 3650),
    -- Whether the user's feedback is counted together with that of others.
    share_feedback boolean    not null default false,
    version       bigint      not null default 1,
    revision      bigint      not null,
    updated_at    timestamptz not null
);

create index user_settings_retention on settings.user_settings (user_id) where history_retention_days is not null;
