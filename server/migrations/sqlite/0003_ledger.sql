-- The append-only record of decisions and money. Each entry's hash covers its content and the hash before it.

create table ledger_head (
    id integer primary key check (id = 1),
    position integer not null,
    hash blob not null
) strict;

create table ledger_entry (
    position integer primary key,
    at integer not null,
    kind text not null,
    -- null: the portal itself
    actor blob,
    person blob,
    course text,
    enrolment blob,
    -- canonical JSON, without personal data
    body text not null,
    previous_hash blob not null,
    hash blob not null unique
) strict;

create index ledger_entry_by_enrolment on ledger_entry (enrolment);

insert into ledger_head (id, position, hash) values (1, 0, zeroblob(32));

-- "insert or replace" deletes without firing delete triggers: the insert itself must be refused.
create trigger ledger_entry_follows_head before insert on ledger_entry
when new.position <> (select position + 1 from ledger_head)
begin select raise(abort, 'ledger entries are append-only'); end;

create trigger ledger_entry_is_not_updated before update on ledger_entry
begin select raise(abort, 'ledger entries are append-only'); end;

create trigger ledger_entry_is_not_deleted before delete on ledger_entry
begin select raise(abort, 'ledger entries are append-only'); end;

create trigger ledger_head_only_advances before update on ledger_head
when new.position <> old.position + 1 and (new.position <> old.position or new.hash <> old.hash)
begin select raise(abort, 'the ledger head only advances'); end;

create trigger ledger_head_is_not_replaced before insert on ledger_head
begin select raise(abort, 'the ledger has one head'); end;

create trigger ledger_head_is_not_deleted before delete on ledger_head
begin select raise(abort, 'the ledger has one head'); end;
