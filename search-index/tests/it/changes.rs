//! Rebuilding, following changes, and surviving a restart.

use std::sync::mpsc::channel;

use search_index::{Change, Document, Drift, Kind, SearchError, SearchIndex, Standing, Vocabulary};

use crate::city::{ask, at, occupations, vocabulary};

fn base(id: &str, name: &str) -> Document {
    Document {
        kind: Kind::Base,
        id: id.to_owned(),
        name: name.to_owned(),
        ..Document::default()
    }
}

fn ids(index: &SearchIndex, text: &str) -> Vec<String> {
    index
        .search(&ask(text))
        .unwrap()
        .hits
        .into_iter()
        .map(|hit| hit.id)
        .collect()
}

#[test]
fn changes_are_found_at_once_and_replace_what_was() {
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    assert_eq!(index.position(), None);
    index
        .rebuild([base("1", "船坞基地"), base("2", "焊接基地")], at(7))
        .unwrap();
    assert_eq!((index.position(), index.document_count()), (Some(at(7)), 2));
    let put = Change::Put(Box::new(base("1", "数控基地")));
    let remove = Change::Remove {
        kind: Kind::Base,
        id: "2".into(),
    };
    index.apply(&[put, remove], at(9)).unwrap();
    assert_eq!((index.position(), index.document_count()), (Some(at(9)), 1));
    assert_eq!(ids(&index, "数控基地"), ["1"]);
    assert!(ids(&index, "船坞").is_empty());
    assert!(ids(&index, "焊接").is_empty());
}

#[test]
fn proposals_that_were_made_before_show_what_changed() {
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    index.rebuild([base("1", "船坞基地")], at(1)).unwrap();
    let proposed = || {
        let proposals = index.suggest("ch", 8).unwrap().into_iter();
        proposals.map(|one| one.text).collect::<Vec<_>>()
    };
    assert_eq!(proposed(), ["船坞基地"]);
    index
        .apply(&[Change::Put(Box::new(base("2", "车工基地")))], at(2))
        .unwrap();
    assert_eq!(proposed(), ["船坞基地", "车工基地"]);
    assert_eq!(index.suggest("ch", 1).unwrap().len(), 1);
}

#[test]
fn a_list_that_was_asked_for_before_shows_what_changed() {
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    index.rebuild([base("1", "船坞基地")], at(1)).unwrap();
    assert_eq!(ids(&index, ""), ["1"]);
    index
        .apply(&[Change::Put(Box::new(base("2", "灯塔基地")))], at(2))
        .unwrap();
    assert_eq!(ids(&index, ""), ["1", "2"]);
    let remove = Change::Remove {
        kind: Kind::Base,
        id: "1".into(),
    };
    index.apply(&[remove], at(3)).unwrap();
    assert_eq!(ids(&index, ""), ["2"]);
}

#[test]
fn a_rebuild_that_is_interrupted_leaves_everything_as_it_was() {
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    index.rebuild([base("1", "船坞基地")], at(7)).unwrap();
    let documents = [Ok(base("2", "焊接基地")), Err(SearchError::Interrupted)];
    let told = index.rebuild_with(vocabulary(), documents, at(9));
    assert!(matches!(told, Err(SearchError::Interrupted)), "{told:?}");
    assert_eq!(
        (index.position(), ids(&index, "")),
        (Some(at(7)), vec!["1".to_owned()])
    );
    // and it goes on as if nothing had been
    let change = Change::Put(Box::new(base("3", "灯塔基地")));
    index.apply(&[change], at(8)).unwrap();
    assert_eq!(ids(&index, ""), ["1", "3"]);
    let documents = ["4", "5"].map(|id| Ok(base(id, "数控基地")));
    index.rebuild_with(vocabulary(), documents, at(9)).unwrap();
    assert_eq!(
        (index.position(), ids(&index, "")),
        (Some(at(9)), vec!["4".to_owned(), "5".to_owned()])
    );
}

#[test]
fn the_last_of_several_changes_to_one_thing_stands() {
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    let put = |name| Change::Put(Box::new(base("1", name)));
    let remove = Change::Remove {
        kind: Kind::Base,
        id: "1".into(),
    };
    index
        .apply(&[put("船坞"), remove.clone(), put("灯塔")], at(3))
        .unwrap();
    assert_eq!(
        (ids(&index, "灯塔"), index.document_count()),
        (vec!["1".to_owned()], 1)
    );
    index.apply(&[put("船坞"), remove], at(5)).unwrap();
    assert_eq!(index.document_count(), 0);
}

#[test]
fn a_restart_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    {
        let index = SearchIndex::open(folder.path(), vocabulary()).unwrap();
        index.rebuild([base("1", "船坞基地")], at(41)).unwrap();
        index
            .apply(&[Change::Put(Box::new(base("2", "灯塔基地")))], at(42))
            .unwrap();
    }
    let index = SearchIndex::open(folder.path(), vocabulary()).unwrap();
    assert_eq!(
        (index.position(), index.document_count()),
        (Some(at(42)), 2)
    );
    assert_eq!(ids(&index, "灯塔"), ["2"]);
}

#[test]
fn another_vocabulary_clears_the_index() {
    let folder = tempfile::tempdir().unwrap();
    SearchIndex::open(folder.path(), vocabulary())
        .unwrap()
        .rebuild([base("1", "船坞")], at(1))
        .unwrap();
    let index = SearchIndex::open(folder.path(), Vocabulary::default()).unwrap();
    assert_eq!((index.position(), index.document_count()), (None, 0));
}

#[test]
fn a_damaged_index_is_cleared_and_can_be_built_anew() {
    let folder = tempfile::tempdir().unwrap();
    let build = || {
        let index = SearchIndex::open(folder.path(), vocabulary()).unwrap();
        index.rebuild(occupations(), at(7)).unwrap();
        assert_eq!(index.search(&ask("电工")).unwrap().hits[0].name, "电工");
    };
    build();
    for damaged in ["term", "store", "idx", "meta.json"] {
        let files = std::fs::read_dir(folder.path()).unwrap();
        let files = files.map(|file| file.unwrap().path());
        let mut files = files.filter(|file| file.to_string_lossy().ends_with(damaged));
        let file = files.next().unwrap();
        let length = std::fs::metadata(&file).unwrap().len();
        std::fs::write(&file, vec![0xa5; usize::try_from(length).unwrap() / 2]).unwrap();
        build();
    }
}

#[test]
fn a_second_writer_is_refused_with_a_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let first = SearchIndex::open(folder.path(), vocabulary()).unwrap();
    let second = SearchIndex::open(folder.path(), vocabulary()).unwrap_err();
    assert_eq!(
        second.to_string(),
        "search index is in use by another process, stop that one first"
    );
    drop(first);
}

#[test]
fn many_small_changes_give_the_same_answers_as_one_rebuild() {
    let occupations: Vec<Document> = occupations()
        .into_iter()
        .filter(|one| one.id.starts_with("6-18"))
        .collect();
    let built = SearchIndex::in_memory(vocabulary()).unwrap();
    built.rebuild(occupations.clone(), at(1)).unwrap();
    let followed = SearchIndex::in_memory(vocabulary()).unwrap();
    for (position, part) in (1..).zip(occupations.chunks(5)) {
        let changes: Vec<Change> = part
            .iter()
            .cloned()
            .map(|one| Change::Put(Box::new(one)))
            .collect();
        followed.apply(&changes, at(position)).unwrap();
    }
    // what is written again leaves what it was behind in its segment
    let again = Change::Put(Box::new(occupations[0].clone()));
    followed.apply(&[again], at(1_000)).unwrap();
    for text in [
        "焊工",
        "工",
        "chegong",
        "xg",
        "电汗工",
        "",
        "数控切割操作",
        "金属热处理好工",
        "想学磨刀具的工作",
    ] {
        assert_eq!(
            built.search(&ask(text)).unwrap(),
            followed.search(&ask(text)).unwrap(),
            "{text}"
        );
    }
}

#[test]
fn a_folder_tells_how_it_stands_also_while_it_is_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let vocabulary = Vocabulary::default();
    let index = SearchIndex::open(folder.path(), vocabulary.clone()).unwrap();
    let standing = || Standing::of(folder.path(), &vocabulary).unwrap();
    assert_eq!(
        (standing().position(), standing().document_count()),
        (None, 0)
    );
    index
        .rebuild(
            [
                base("1", "船坞基地"),
                base("2", "焊接基地"),
                base("3", "数控基地"),
            ],
            at(7),
        )
        .unwrap();
    let remove = Change::Remove {
        kind: Kind::Base,
        id: "2".into(),
    };
    index.apply(&[remove], at(8)).unwrap();
    assert_eq!(
        (standing().position(), standing().document_count()),
        (Some(at(8)), 2)
    );
    let published = [base("1", "船坞基地"), base("3", "数控基地")];
    assert!(standing().drift(&vocabulary, published).is_none());
    let published = [base("1", "船坞"), base("4", "船坞基地")];
    let drift = Drift {
        missing: 1,
        superfluous: 1,
        different: 1,
    };
    assert_eq!(standing().drift(&vocabulary, published), drift);
}

#[test]
fn the_old_index_answers_until_the_new_one_is_whole() {
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    index
        .rebuild([base("1", "船坞基地"), base("2", "灯塔基地")], at(1))
        .unwrap();
    let (half_way, is_half_way) = channel();
    let (go_on, told_to_go_on) = channel::<()>();
    let rest = std::iter::once_with(move || {
        half_way.send(()).unwrap();
        told_to_go_on.recv().unwrap();
        Ok(base("4", "焊接基地"))
    });
    let documents = std::iter::once(Ok(base("3", "数控基地"))).chain(rest);
    std::thread::scope(|scope| {
        let go_on = go_on;
        let rebuilt = scope.spawn(|| index.rebuild_with(vocabulary(), documents, at(2)));
        is_half_way.recv().unwrap();
        assert_eq!(ids(&index, "船坞"), ["1"]);
        assert_eq!(ids(&index, ""), ["1", "2"]);
        assert_eq!(ids(&index, "数控"), [""; 0]);
        assert_eq!(index.suggest("灯塔", 8).unwrap()[0].text, "灯塔基地");
        assert_eq!((index.position(), index.document_count()), (Some(at(1)), 2));
        go_on.send(()).unwrap();
        rebuilt.join().unwrap().unwrap();
    });
    assert_eq!(ids(&index, ""), ["3", "4"]);
    assert_eq!(ids(&index, "船坞"), [""; 0]);
    assert_eq!(index.position(), Some(at(2)));
    let change = Change::Put(Box::new(base("5", "船坞基地")));
    index.apply(&[change], at(3)).unwrap();
    assert_eq!(ids(&index, "船坞"), ["5"]);
}
