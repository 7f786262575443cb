//! Who asks while the index is built anew is answered from the one that stood before.

use std::sync::mpsc::channel;

use search_index::{Change, Document, Kind, SearchIndex, Vocabulary};

use crate::city::{ask, at, vocabulary};

fn base(id: &str, name: &str) -> Document {
    Document {
        kind: Kind::Base,
        id: id.to_owned(),
        name: name.to_owned(),
        ..Document::default()
    }
}

fn ids(index: &SearchIndex, text: &str) -> Vec<String> {
    let found = index.search(&ask(text)).unwrap();
    found.hits.into_iter().map(|hit| hit.id).collect()
}

fn proposed(index: &SearchIndex, text: &str) -> Vec<String> {
    let proposals = index.suggest(text, 8).unwrap();
    proposals.into_iter().map(|one| one.text).collect()
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
        assert_eq!(proposed(&index, "灯塔"), ["灯塔基地"]);
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
