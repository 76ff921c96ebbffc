create schema settings;

create table settings.user_settings (
    user_id       uuid        primary key references auth.users on delete cascade,
    theme         text        not null default 'light',
    language      text        not null default 'en',
    default_model text,
    settings_data jsonb       not null default '{}',
    version       bigint      not null default 1,
    revision      bigint      not null,
    updated_at    timestamptz not null
);
