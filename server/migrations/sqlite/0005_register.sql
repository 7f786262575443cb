-- The register of readings: what an office chose where the policy can be read in more than one way, and from when on.
-- A row is never changed: a later one for the same reading and day takes its place, so that the register can be read
-- as it stood after any of its rows.

create table amendment (
    number integer primary key,
    reading text not null,
    -- '16', '60|55' (men, women), 'true' or 'false'
    chosen text not null,
    since text not null,
    why text not null,
    source text,
    entered_at integer not null
) strict;

-- "insert or replace" deletes without firing delete triggers: the insert itself must be refused.
create trigger amendment_follows_the_last before insert on amendment
when new.number <> (select coalesce(max(number), 0) + 1 from amendment)
begin select raise(abort, 'the register is append-only'); end;

create trigger amendment_is_not_updated before update on amendment
begin select raise(abort, 'the register is append-only'); end;

create trigger amendment_is_not_deleted before delete on amendment
begin select raise(abort, 'the register is append-only'); end;
