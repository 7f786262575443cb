-- What the portal publishes: classification, places, catalogue, institutions, bases, courses, market figures.
-- Codes and ids are the publisher's own, so that importing a file twice changes nothing. `sample` marks invented data.

create table district (
    code text primary key,
    name text not null,
    -- its name when the policy was written
    name_2011 text,
    kind text not null check (kind in ('district', 'county', 'zone')),
    latitude real,
    longitude real,
    office_name text,
    office_phone text,
    office_address text,
    source text,
    -- what is uncertain about the row
    note text,
    sample integer not null check (sample in (0, 1))
) strict;

create table university (
    code text primary key,
    name text not null,
    district text references district (code),
    -- who runs it
    department text,
    -- 'undergraduate', 'vocational' …
    education text,
    source text,
    sample integer not null check (sample in (0, 1))
) strict;

-- Occupation codes mean something only within the classification that gave them.
create table occupation (
    classification text not null check (classification in ('2022', '1999')),
    code text not null,
    name text not null,
    -- separated by '|'
    aliases text not null default '',
    major_group text not null,
    major_group_name text not null,
    middle_group text,
    middle_group_name text,
    minor_group text,
    minor_group_name text,
    is_green integer not null default 0 check (is_green in (0, 1)),
    is_digital integer not null default 0 check (is_digital in (0, 1)),
    source text,
    primary key (classification, code)
) strict;

-- The levels that exist for an occupation, subsidised or not.
create table occupation_level (
    classification text not null default '2022',
    occupation text not null,
    level integer not null check (level between 1 and 5),
    primary key (classification, occupation, level),
    foreign key (classification, occupation) references occupation (classification, code)
) strict;

create table catalogue_edition (
    id text primary key,
    name text not null,
    from_on text not null,
    -- null: until the next edition
    to_on text,
    classification text not null default '2022',
    source text,
    sample integer not null check (sample in (0, 1)),
    check (to_on is null or to_on >= from_on)
) strict;

create table catalogue_entry (
    edition text not null references catalogue_edition (id),
    classification text not null default '2022',
    occupation text not null,
    level integer not null,
    hours integer check (hours > 0),
    -- null: not published
    training_fen integer check (training_fen >= 0),
    appraisal_fen integer check (appraisal_fen >= 0),
    is_subsidised integer not null check (is_subsidised in (0, 1)),
    -- null: not in the shortage list
    shortage_tier text,
    -- null: the tier has no published percentage
    top_up_percent integer check (top_up_percent >= 0),
    primary key (edition, occupation, level),
    foreign key (classification, occupation, level) references occupation_level (classification, occupation, level)
) strict;

create index catalogue_entry_by_occupation on catalogue_entry (occupation, level);

create table institution (
    id text primary key,
    name text not null,
    district text not null references district (code),
    address text,
    phone text,
    latitude real,
    longitude real,
    source text,
    sample integer not null check (sample in (0, 1))
) strict;

-- What an institution may teach with subsidy, and when. Skills name occupation and level; the other kinds name neither.
create table designation (
    institution text not null references institution (id),
    kind text not null check (kind in ('skills', 'entrepreneurship', 'simulation')),
    classification text not null default '2022',
    occupation text,
    level integer,
    from_on text not null,
    -- null: until revoked
    to_on text,
    check (to_on is null or to_on >= from_on),
    check ((kind = 'skills') = (occupation is not null)),
    check ((occupation is null) = (level is null)),
    foreign key (classification, occupation, level) references occupation_level (classification, occupation, level)
) strict;

create unique index designation_once on designation (institution, kind, coalesce(occupation, ''), coalesce(level, 0), from_on);
create index designation_by_occupation on designation (occupation, level);

create table base (
    id text primary key,
    name text not null,
    kind text not null check (kind in ('public', 'university_demo', 'district', 'industry')),
    district text not null references district (code),
    university text references university (code),
    address text,
    phone text,
    latitude real,
    longitude real,
    source text,
    sample integer not null check (sample in (0, 1))
) strict;

-- A course of an institution, or a practice slot: a course that a base holds itself.
create table course (
    id text primary key,
    programme text not null check (programme in ('employment_skills', 'student_skills', 'student_practice', 'veterans',
        'labour_preparation', 'enterprise_prejob', 'entrepreneurship', 'entrepreneurship_simulation')),
    classification text not null default '2022',
    occupation text,
    level integer,
    institution text references institution (id),
    base text references base (id),
    title text not null,
    mode text not null check (mode in ('daytime', 'evening', 'weekend', 'online')),
    starts_on text not null,
    ends_on text not null,
    apply_until text not null,
    class_hours integer check (class_hours > 0),
    semesters integer check (semesters > 0),
    -- as the API writes it; null: not told
    internship text,
    seats integer not null check (seats >= 0),
    seats_taken integer not null default 0,
    own_cost_fen integer not null check (own_cost_fen >= 0),
    is_published integer not null check (is_published in (0, 1)),
    source text,
    sample integer not null check (sample in (0, 1)),
    constraint course_is_never_oversold check (seats_taken >= 0 and seats_taken <= seats),
    constraint course_has_one_host check ((institution is null) <> (base is null)),
    check (ends_on >= starts_on),
    check ((occupation is null) = (level is null)),
    foreign key (classification, occupation, level) references occupation_level (classification, occupation, level)
) strict;

create index course_by_occupation on course (occupation, level, starts_on);
create index course_by_institution on course (institution, starts_on);
create index course_by_base on course (base, starts_on);
create index course_by_start on course (starts_on);

-- When a course meets, each week from its first to its last day. Minutes count from midnight.
create table course_meeting (
    course text not null references course (id),
    weekday integer not null check (weekday between 1 and 7),
    starts_minute integer not null check (starts_minute between 0 and 1439),
    ends_minute integer not null check (ends_minute between 1 and 1440),
    primary key (course, weekday, starts_minute),
    check (ends_minute > starts_minute)
) strict;

-- Supply and demand as published: of an occupation, of a group of them, or of the whole area (neither named).
create table market_figure (
    -- '2026-Q3' or '2026'
    period text not null,
    -- a district's code, '210200' for the city, or the area's own name
    area text not null,
    classification text not null default '2022',
    occupation text,
    -- occupations that the classification doesn't know, and groups, under their published name
    group_name text,
    demand integer check (demand >= 0),
    supply integer check (supply >= 0),
    -- the published ratio in thousandths; never computed here
    ratio_thousandths integer check (ratio_thousandths >= 0),
    published_rank integer check (published_rank > 0),
    source text not null,
    note text,
    sample integer not null check (sample in (0, 1)),
    foreign key (classification, occupation) references occupation (classification, code)
) strict;

create unique index market_figure_once on market_figure (period, area, coalesce(occupation, ''), coalesce(group_name, ''), source);
create index market_figure_by_occupation on market_figure (occupation, area, period);

create table import_run (
    id blob primary key,
    kind text not null,
    file_name text not null,
    digest blob not null,
    row_count integer not null,
    finished_at integer not null
) strict;

-- Facts about this database itself: demo or production, which keys seal it.
create table meta (
    name text primary key,
    value text not null
) strict;

-- What the search index has still to learn. Positions come from the locked head, so that no reader skips one.
create table change_head (
    id integer primary key check (id = 1),
    position integer not null
) strict;

insert into change_head (id, position) values (1, 0);

create table change_feed (
    position integer primary key,
    kind text not null,
    subject text not null,
    operation text not null check (operation in ('upsert', 'delete')),
    at integer not null
) strict;
