-- What people call occupations, beside the words that come with the program: the office's edits, in their order. An edit is
-- never changed: another one takes it back.

create table synonym_edit (
    number integer primary key,
    action text not null check (action in ('add', 'remove')),
    word text not null,
    occupation text not null,
    source text not null,
    -- the name of the account
    editor text not null,
    undoes integer references synonym_edit (number),
    entered_at integer not null
) strict;

-- "insert or replace" deletes without firing delete triggers: the insert itself must be refused.
create trigger synonym_edit_follows_the_last before insert on synonym_edit
when new.number <> (select coalesce(max(number), 0) + 1 from synonym_edit)
begin select raise(abort, 'edits of words are append-only'); end;

create trigger synonym_edit_is_not_updated before update on synonym_edit
begin select raise(abort, 'edits of words are append-only'); end;

create trigger synonym_edit_is_not_deleted before delete on synonym_edit
begin select raise(abort, 'edits of words are append-only'); end;

-- Words that were searched for and found nothing. What looks like a name, a number of a person or a telephone is never
-- written here, nor anything about who asked.

create table unanswered (
    text text primary key,
    asked integer not null check (asked > 0),
    last_on text not null,
    -- put aside, until it is asked for on a later day
    dismissed_on text
) strict;
