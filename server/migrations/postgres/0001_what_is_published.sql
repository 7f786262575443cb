-- What the portal publishes: classification, places, catalogue, institutions, bases, courses, market figures.
-- Codes and ids are the publisher's own, so that importing a file twice changes nothing. `sample` marks invented data.

create table district (
    code text collate "C" primary key,
    name text collate "C" not null,
    -- its name when the policy was written
    name_2011 text collate "C",
    kind text collate "C" not null check (kind in ('district', 'county', 'zone')),
    latitude double precision,
    longitude double precision,
    office_name text collate "C",
    office_phone text collate "C",
    office_address text collate "C",
    source text collate "C",
    -- what is uncertain about the row
    note text collate "C",
    sample boolean not null
);

create table university (
    code text collate "C" primary key,
    name text collate "C" not null,
    district text collate "C" references district (code),
    -- who runs it
    department text collate "C",
    -- 'undergraduate', 'vocational' …
    education text collate "C",
    source text collate "C",
    sample boolean not null
);

-- Occupation codes mean something only within the classification that gave them.
create table occupation (
    classification text collate "C" not null check (classification in ('2022', '1999')),
    code text collate "C" not null,
    name text collate "C" not null,
    -- separated by '|'
    aliases text collate "C" not null default '',
    major_group text collate "C" not null,
    major_group_name text collate "C" not null,
    middle_group text collate "C",
    middle_group_name text collate "C",
    minor_group text collate "C",
    minor_group_name text collate "C",
    is_green boolean not null default false,
    is_digital boolean not null default false,
    source text collate "C",
    primary key (classification, code)
);

-- The levels that exist for an occupation, subsidised or not.
create table occupation_level (
    classification text collate "C" not null default '2022',
    occupation text collate "C" not null,
    level integer not null check (level between 1 and 5),
    primary key (classification, occupation, level),
    foreign key (classification, occupation) references occupation (classification, code)
);

create table catalogue_edition (
    id text collate "C" primary key,
    name text collate "C" not null,
    from_on date not null,
    -- null: until the next edition
    to_on date,
    classification text collate "C" not null default '2022',
    source text collate "C",
    sample boolean not null,
    check (to_on is null or to_on >= from_on)
);

create table catalogue_entry (
    edition text collate "C" not null references catalogue_edition (id),
    classification text collate "C" not null default '2022',
    occupation text collate "C" not null,
    level integer not null,
    hours integer check (hours > 0),
    -- null: not published
    training_fen bigint check (training_fen >= 0),
    appraisal_fen bigint check (appraisal_fen >= 0),
    is_subsidised boolean not null,
    -- null: not in the shortage list
    shortage_tier text collate "C",
    -- null: the tier has no published percentage
    top_up_percent integer check (top_up_percent >= 0),
    primary key (edition, occupation, level),
    foreign key (classification, occupation, level) references occupation_level (classification, occupation, level)
);

create index catalogue_entry_by_occupation on catalogue_entry (occupation, level);

create table institution (
    id text collate "C" primary key,
    name text collate "C" not null,
    district text collate "C" not null references district (code),
    address text collate "C",
    phone text collate "C",
    latitude double precision,
    longitude double precision,
    source text collate "C",
    sample boolean not null
);

-- What an institution may teach with subsidy, and when. Skills name occupation and level; the other kinds name neither.
create table designation (
    institution text collate "C" not null references institution (id),
    kind text collate "C" not null check (kind in ('skills', 'entrepreneurship', 'simulation')),
    classification text collate "C" not null default '2022',
    occupation text collate "C",
    level integer,
    from_on date not null,
    -- null: until revoked
    to_on date,
    check (to_on is null or to_on >= from_on),
    check ((kind = 'skills') = (occupation is not null)),
    check ((occupation is null) = (level is null)),
    foreign key (classification, occupation, level) references occupation_level (classification, occupation, level)
);

create unique index designation_once on designation (institution, kind, coalesce(occupation, ''), coalesce(level, 0), from_on);
create index designation_by_occupation on designation (occupation, level);

create table base (
    id text collate "C" primary key,
    name text collate "C" not null,
    kind text collate "C" not null check (kind in ('public', 'university_demo', 'district', 'industry')),
    district text collate "C" not null references district (code),
    university text collate "C" references university (code),
    address text collate "C",
    phone text collate "C",
    latitude double precision,
    longitude double precision,
    source text collate "C",
    sample boolean not null
);

-- A course of an institution, or a practice slot: a course that a base holds itself.
create table course (
    id text collate "C" primary key,
    programme text collate "C" not null check (programme in ('employment_skills', 'student_skills', 'student_practice', 'veterans',
        'labour_preparation', 'enterprise_prejob', 'entrepreneurship', 'entrepreneurship_simulation')),
    classification text collate "C" not null default '2022',
    occupation text collate "C",
    level integer,
    institution text collate "C" references institution (id),
    base text collate "C" references base (id),
    title text collate "C" not null,
    mode text collate "C" not null check (mode in ('daytime', 'evening', 'weekend', 'online')),
    starts_on date not null,
    ends_on date not null,
    apply_until date not null,
    class_hours integer check (class_hours > 0),
    semesters integer check (semesters > 0),
    -- as the API writes it; null: not told
    internship text collate "C",
    seats integer not null check (seats >= 0),
    seats_taken integer not null default 0,
    own_cost_fen bigint not null check (own_cost_fen >= 0),
    is_published boolean not null,
    source text collate "C",
    sample boolean not null,
    constraint course_is_never_oversold check (seats_taken >= 0 and seats_taken <= seats),
    constraint course_has_one_host check ((institution is null) <> (base is null)),
    check (ends_on >= starts_on),
    check ((occupation is null) = (level is null)),
    foreign key (classification, occupation, level) references occupation_level (classification, occupation, level)
);

create index course_by_occupation on course (occupation, level, starts_on);
create index course_by_institution on course (institution, starts_on);
create index course_by_base on course (base, starts_on);
create index course_by_start on course (starts_on);

-- When a course meets, each week from its first to its last day. Minutes count from midnight.
create table course_meeting (
    course text collate "C" not null references course (id),
    weekday integer not null check (weekday between 1 and 7),
    starts_minute integer not null check (starts_minute between 0 and 1439),
    ends_minute integer not null check (ends_minute between 1 and 1440),
    primary key (course, weekday, starts_minute),
    check (ends_minute > starts_minute)
);

-- Supply and demand as published: of an occupation, of a group of them, or of the whole area (neither named).
create table market_figure (
    -- '2026-Q3' or '2026'
    period text collate "C" not null,
    -- a district's code, '210200' for the city, or the area's own name
    area text collate "C" not null,
    classification text collate "C" not null default '2022',
    occupation text collate "C",
    -- occupations that the classification doesn't know, and groups, under their published name
    group_name text collate "C",
    demand bigint check (demand >= 0),
    supply bigint check (supply >= 0),
    -- the published ratio in thousandths; never computed here
    ratio_thousandths bigint check (ratio_thousandths >= 0),
    published_rank integer check (published_rank > 0),
    source text collate "C" not null,
    note text collate "C",
    sample boolean not null,
    foreign key (classification, occupation) references occupation (classification, code)
);

create unique index market_figure_once on market_figure (period, area, coalesce(occupation, ''), coalesce(group_name, ''), source);
create index market_figure_by_occupation on market_figure (occupation, area, period);

create table import_run (
    id uuid primary key,
    kind text collate "C" not null,
    file_name text collate "C" not null,
    digest bytea not null,
    row_count bigint not null,
    finished_at bigint not null
);

-- Facts about this database itself: demo or production, which keys seal it.
create table meta (
    name text collate "C" primary key,
    value text collate "C" not null
);

-- What the search index has still to learn. Positions come from the locked head, so that no reader skips one.
create table change_head (
    id integer primary key check (id = 1),
    position bigint not null
);

insert into change_head (id, position) values (1, 0);

create table change_feed (
    position bigint primary key,
    kind text collate "C" not null,
    subject text collate "C" not null,
    operation text collate "C" not null check (operation in ('upsert', 'delete')),
    at bigint not null
);
