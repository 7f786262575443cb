-- Who waits for a seat in a full course. The ledger orders the line: whose entry comes first stands first.

create table waiting (
    id blob primary key,
    person blob not null references person (id),
    course text not null references course (id),
    since integer not null,
    -- of the ledger entry that put the person in line
    position integer not null unique,
    state text not null check (state in ('waiting', 'left', 'seated')),
    ended_at integer,
    check ((state = 'waiting') = (ended_at is null))
) strict;

create unique index waiting_once_per_course on waiting (person, course) where state = 'waiting';
create index waiting_in_line on waiting (course, position) where state = 'waiting';

-- The figures of one area, in the order in which they are told; the other index leads with the occupation.
create index market_figure_by_area on market_figure (area, occupation, period, source) where occupation is not null;
