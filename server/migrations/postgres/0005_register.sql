-- The register of readings: what an office chose where the policy can be read in more than one way, and from when on.
-- A row is never changed: a later one for the same reading and day takes its place, so that the register can be read
-- as it stood after any of its rows.

create table amendment (
    number bigint primary key,
    reading text collate "C" not null,
    -- '16', '60|55' (men, women), 'true' or 'false'
    chosen text collate "C" not null,
    since date not null,
    why text collate "C" not null,
    source text collate "C",
    entered_at bigint not null
);

create function register_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the register is append-only';
end
$$;

create function register_follow_the_last() returns trigger language plpgsql as $$
begin
    if new.number <> (select coalesce(max(number), 0) + 1 from amendment) then
        raise exception 'the register is append-only';
    end if;
    return new;
end
$$;

create trigger amendment_follows_the_last before insert on amendment
for each row execute function register_follow_the_last();

create trigger amendment_is_not_updated before update or delete on amendment
for each row execute function register_refuse();

create trigger amendment_is_not_truncated before truncate on amendment
for each statement execute function register_refuse();
