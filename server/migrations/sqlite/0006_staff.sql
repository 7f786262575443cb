-- Who works for the offices: accounts with a role, and their sessions, which are shorter than a resident's.

create table staff (
    id blob primary key,
    -- by which they sign in, in lower case
    name text not null unique,
    role text not null check (role in ('clerk', 'editor', 'auditor', 'finance')),
    -- Argon2id, as a PHC string
    password_hash text not null,
    created_at integer not null,
    disabled_at integer
) strict;

create table staff_session (
    token_hash blob primary key,
    staff blob not null references staff (id),
    created_at integer not null,
    -- moves on while the account is used
    expires_at integer not null
) strict;

create index staff_session_by_staff on staff_session (staff);
create index staff_session_by_expiry on staff_session (expires_at);
