-- Who takes part: persons (sealed), sign-in, sessions, enrolments.
-- Instants are whole milliseconds since 1970 (UTC): the same number, order and precision in both databases.

create table person (
    id blob primary key,
    phone_hmac blob not null unique,
    phone_sealed blob not null,
    name_sealed blob,
    resident_id_hmac blob unique,
    resident_id_sealed blob,
    -- what else the person told: groups, residence, schooling; null until something was
    facts_sealed blob,
    created_at integer not null,
    updated_at integer not null,
    check ((resident_id_hmac is null) = (resident_id_sealed is null))
) strict;

create table login_code (
    id blob primary key,
    phone_hmac blob not null,
    code_hmac blob not null,
    created_at integer not null,
    expires_at integer not null,
    attempts integer not null default 0 check (attempts >= 0),
    used_at integer
) strict;

create index login_code_by_phone on login_code (phone_hmac, created_at);

create table session (
    token_hash blob primary key,
    kind text not null check (kind in ('browser', 'token')),
    person blob references person (id),
    -- small answers kept between two pages, as JSON
    data text not null default '{}',
    created_at integer not null,
    expires_at integer not null
) strict;

create index session_by_person on session (person);
create index session_by_expiry on session (expires_at);

-- Trainings from before the portal, or taken elsewhere.
create table training_history (
    id blob primary key,
    person blob not null references person (id),
    programme text not null,
    occupation text,
    level integer check (level between 1 and 5),
    starts_on text not null,
    state text not null check (state in ('reserved', 'completed', 'certified', 'paid', 'failed', 'cancelled')),
    source text not null
) strict;

create index training_history_by_person on training_history (person, starts_on);

-- Programme, occupation, level and dates are those of the course on the day of the decision.
create table enrolment (
    id blob primary key,
    reference text not null unique,
    person blob not null references person (id),
    course text not null references course (id),
    programme text not null,
    occupation text,
    level integer,
    starts_on text not null,
    ends_on text not null,
    state text not null check (state in ('reserved', 'completed', 'certified', 'paid', 'failed', 'cancelled')),
    created_at integer not null,
    cancelled_at integer,
    -- which policy decided, and its answer as JSON
    policy text not null,
    assessment text not null,
    check ((state = 'cancelled') = (cancelled_at is not null))
) strict;

create unique index enrolment_once_per_course on enrolment (person, course) where state <> 'cancelled';
create unique index enrolment_once_per_level on enrolment (person, occupation, level)
    where state in ('reserved', 'completed', 'certified', 'paid')
    and programme in ('employment_skills', 'student_skills', 'student_practice', 'labour_preparation');
create index enrolment_by_person on enrolment (person, created_at);
create index enrolment_by_course on enrolment (course);

create table idempotency_key (
    person blob not null references person (id),
    key text not null,
    request_digest blob not null,
    -- null only inside the transaction that claims the key
    reply text,
    created_at integer not null,
    primary key (person, key)
) strict;
