-- The append-only record of decisions and money. Each entry's hash covers its content and the hash before it.

create table ledger_head (
    id integer primary key check (id = 1),
    position bigint not null,
    hash bytea not null
);

create table ledger_entry (
    position bigint primary key,
    at bigint not null,
    kind text collate "C" not null,
    -- null: the portal itself
    actor uuid,
    person uuid,
    course text collate "C",
    enrolment uuid,
    -- canonical JSON, without personal data
    body text collate "C" not null,
    previous_hash bytea not null,
    hash bytea not null unique
);

create index ledger_entry_by_enrolment on ledger_entry (enrolment);

insert into ledger_head (id, position, hash) values (1, 0, decode(repeat('00', 32), 'hex'));

create function ledger_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'ledger entries are append-only';
end
$$;

create function ledger_follow_head() returns trigger language plpgsql as $$
begin
    if new.position <> (select position + 1 from ledger_head) then
        raise exception 'ledger entries are append-only';
    end if;
    return new;
end
$$;

create function ledger_advance() returns trigger language plpgsql as $$
begin
    if new.position <> old.position + 1 and (new.position <> old.position or new.hash <> old.hash) then
        raise exception 'the ledger head only advances';
    end if;
    return new;
end
$$;

create trigger ledger_entry_follows_head before insert on ledger_entry
for each row execute function ledger_follow_head();

create trigger ledger_entry_is_not_updated before update or delete on ledger_entry
for each row execute function ledger_refuse();

create trigger ledger_entry_is_not_truncated before truncate on ledger_entry
for each statement execute function ledger_refuse();

create trigger ledger_head_only_advances before update on ledger_head
for each row execute function ledger_advance();

create trigger ledger_head_is_not_deleted before insert or delete on ledger_head
for each row execute function ledger_refuse();

create trigger ledger_head_is_not_truncated before truncate on ledger_head
for each statement execute function ledger_refuse();
