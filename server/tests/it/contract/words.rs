//! Edits of what people call occupations, and searches that found nothing.

use chrono::Days;
use server::db::synonym::{Action, SynonymEdit};

use crate::databases::fresh;
use crate::town::{now, today};

fn edit(number: i64, action: Action, undoes: Option<i64>) -> SynonymEdit {
    SynonymEdit {
        number,
        action,
        word: "通电老手".to_owned(),
        occupation: "6-31-01-03".to_owned(),
        source: "窗口咨询".to_owned(),
        editor: "wang".to_owned(),
        undoes,
        entered_at: now(),
    }
}

#[tokio::test]
async fn edits_follow_each_other_and_are_never_changed() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let edits = [edit(1, Action::Add, None), edit(2, Action::Remove, Some(1))];
        let entered = edits.clone();
        let seen = database.write(move |transaction| {
            Box::pin(async move {
                for edit in &entered {
                    transaction.add_synonym_edit(edit).await?;
                }
                transaction.synonym_edits().await
            })
        });
        assert_eq!(seen.await.unwrap(), edits, "{}", fresh.name);
        for number in [2, 4] {
            let forged = database.write(move |transaction| {
                Box::pin(async move {
                    let forged = edit(number, Action::Add, None);
                    transaction.add_synonym_edit(&forged).await
                })
            });
            assert!(forged.await.is_err(), "{}: {number}", fresh.name);
        }
        assert_eq!(database.synonym_edits().await.unwrap(), edits);
    }
}

#[tokio::test]
async fn searches_in_vain_add_up_are_put_aside_and_forgotten() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let later = today() + Days::new(1);
        let counted = database.write(move |transaction| {
            Box::pin(async move {
                for (text, asked, on) in [("甲", 3, today()), ("乙", 4, today()), ("甲", 2, later)]
                {
                    transaction.count_unanswered(text, asked, on).await?;
                }
                transaction.dismiss_unanswered("乙", today()).await
            })
        });
        counted.await.unwrap();
        let told = database.unanswered(10).await.unwrap();
        assert_eq!(told.len(), 1, "{}: {told:?}", fresh.name);
        assert_eq!(
            (told[0].text.as_str(), told[0].asked, told[0].last_on),
            ("甲", 5, later)
        );
        let again = database.write(move |transaction| {
            Box::pin(async move {
                transaction.count_unanswered("乙", 3, later).await?;
                transaction.forget_unanswered(today()).await
            })
        });
        again.await.unwrap();
        let told = database.unanswered(1).await.unwrap();
        assert_eq!(told[0].text, "乙", "{}: asked for since", fresh.name);
        let forgotten = database.write(move |transaction| {
            Box::pin(async move { transaction.forget_unanswered(later + Days::new(1)).await })
        });
        forgotten.await.unwrap();
        assert!(
            database.unanswered(10).await.unwrap().is_empty(),
            "{}",
            fresh.name
        );
    }
}
