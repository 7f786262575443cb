-- What people call occupations, beside the words that come with the program: the office's edits, in their order. An edit is
-- never changed: another one takes it back.

create table synonym_edit (
    number bigint primary key,
    action text collate "C" not null check (action in ('add', 'remove')),
    word text collate "C" not null,
    occupation text collate "C" not null,
    source text collate "C" not null,
    -- the name of the account
    editor text collate "C" not null,
    undoes bigint references synonym_edit (number),
    entered_at bigint not null
);

create function synonym_edit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'edits of words are append-only';
end
$$;

create function synonym_edit_follow_the_last() returns trigger language plpgsql as $$
begin
    if new.number <> (select coalesce(max(number), 0) + 1 from synonym_edit) then
        raise exception 'edits of words are append-only';
    end if;
    return new;
end
$$;

create trigger synonym_edit_follows_the_last before insert on synonym_edit
for each row execute function synonym_edit_follow_the_last();

create trigger synonym_edit_is_not_updated before update or delete on synonym_edit
for each row execute function synonym_edit_refuse();

create trigger synonym_edit_is_not_truncated before truncate on synonym_edit
for each statement execute function synonym_edit_refuse();

-- Words that were searched for and found nothing. What looks like a name, a number of a person or a telephone is never
-- written here, nor anything about who asked.

create table unanswered (
    text text collate "C" primary key,
    asked bigint not null check (asked > 0),
    last_on date not null,
    -- put aside, until it is asked for on a later day
    dismissed_on date
);
