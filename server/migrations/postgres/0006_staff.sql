-- Who works for the offices: accounts with a role, and their sessions, which are shorter than a resident's.

create table staff (
    id uuid primary key,
    -- by which they sign in, in lower case
    name text collate "C" not null unique,
    role text collate "C" not null check (role in ('clerk', 'editor', 'auditor', 'finance')),
    -- Argon2id, as a PHC string
    password_hash text collate "C" not null,
    created_at bigint not null,
    disabled_at bigint
);

create table staff_session (
    token_hash bytea primary key,
    staff uuid not null references staff (id),
    created_at bigint not null,
    -- moves on while the account is used
    expires_at bigint not null
);

create index staff_session_by_staff on staff_session (staff);
create index staff_session_by_expiry on staff_session (expires_at);
