-- Who takes part: persons (sealed), sign-in, sessions, enrolments.
-- Instants are whole milliseconds since 1970 (UTC): the same number, order and precision in both databases.

create table person (
    id uuid primary key,
    phone_hmac bytea not null unique,
    phone_sealed bytea not null,
    name_sealed bytea,
    resident_id_hmac bytea unique,
    resident_id_sealed bytea,
    -- what else the person told: groups, residence, schooling; null until something was
    facts_sealed bytea,
    created_at bigint not null,
    updated_at bigint not null,
    check ((resident_id_hmac is null) = (resident_id_sealed is null))
);

create table login_code (
    id uuid primary key,
    phone_hmac bytea not null,
    code_hmac bytea not null,
    created_at bigint not null,
    expires_at bigint not null,
    attempts integer not null default 0 check (attempts >= 0),
    used_at bigint
);

create index login_code_by_phone on login_code (phone_hmac, created_at);

create table session (
    token_hash bytea primary key,
    kind text collate "C" not null check (kind in ('browser', 'token')),
    person uuid references person (id),
    -- small answers kept between two pages, as JSON
    data text collate "C" not null default '{}',
    created_at bigint not null,
    expires_at bigint not null
);

create index session_by_person on session (person);
create index session_by_expiry on session (expires_at);

-- Trainings from before the portal, or taken elsewhere.
create table training_history (
    id uuid primary key,
    person uuid not null references person (id),
    programme text collate "C" not null,
    occupation text collate "C",
    level integer check (level between 1 and 5),
    starts_on date not null,
    state text collate "C" not null check (state in ('reserved', 'completed', 'certified', 'paid', 'failed', 'cancelled')),
    source text collate "C" not null
);

create index training_history_by_person on training_history (person, starts_on);

-- Programme, occupation, level and dates are those of the course on the day of the decision.
create table enrolment (
    id uuid primary key,
    reference text collate "C" not null unique,
    person uuid not null references person (id),
    course text collate "C" not null references course (id),
    programme text collate "C" not null,
    occupation text collate "C",
    level integer,
    starts_on date not null,
    ends_on date not null,
    state text collate "C" not null check (state in ('reserved', 'completed', 'certified', 'paid', 'failed', 'cancelled')),
    created_at bigint not null,
    cancelled_at bigint,
    -- which policy decided, and its answer as JSON
    policy text collate "C" not null,
    assessment text collate "C" not null,
    check ((state = 'cancelled') = (cancelled_at is not null))
);

create unique index enrolment_once_per_course on enrolment (person, course) where state <> 'cancelled';
create unique index enrolment_once_per_level on enrolment (person, occupation, level)
    where state in ('reserved', 'completed', 'certified', 'paid')
    and programme in ('employment_skills', 'student_skills', 'student_practice', 'labour_preparation');
create index enrolment_by_person on enrolment (person, created_at);
create index enrolment_by_course on enrolment (course);

create table idempotency_key (
    person uuid not null references person (id),
    key text collate "C" not null,
    request_digest bytea not null,
    -- null only inside the transaction that claims the key
    reply text collate "C",
    created_at bigint not null,
    primary key (person, key)
);
