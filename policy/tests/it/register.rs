//! The register of readings: complete, and changed by data alone.

use policy::{Amendment, Chosen, Coded, READINGS, ReadingId, Readings, calendar::date_from_text};

#[test]
fn every_reading_stands_in_the_register_once_and_in_order() {
    let ids: Vec<ReadingId> = READINGS.iter().map(|reading| reading.id).collect();
    assert_eq!(ids, ReadingId::ALL);
}

#[test]
fn a_later_choice_holds_from_its_day_on() {
    let since = date_from_text("2028-01-01").unwrap();
    let chosen = Chosen::Ages {
        male: 63,
        female: 58,
    };
    let readings = Readings::amended(vec![Amendment {
        reading: ReadingId::RetirementAge,
        chosen,
        since,
    }])
    .unwrap();
    let on = |day: &str| {
        let day = date_from_text(day).unwrap();
        readings
            .register(day)
            .find(|reading| reading.id == ReadingId::RetirementAge)
            .unwrap()
    };
    assert_eq!(
        on("2027-12-31").chosen,
        Chosen::Ages {
            male: 60,
            female: 55
        }
    );
    assert_eq!(
        (on("2028-01-01").chosen, on("2028-01-01").since),
        (chosen, since)
    );
}

#[test]
fn a_choice_of_another_kind_is_refused() {
    let amendment = |reading, chosen| Amendment {
        reading,
        chosen,
        since: date_from_text("2028-01-01").unwrap(),
    };
    for wrong in [
        amendment(ReadingId::RetirementAge, Chosen::Number(63)),
        amendment(ReadingId::YearOfStart, Chosen::InWords),
        amendment(ReadingId::SixSubsidies, Chosen::Number(u32::MAX)),
    ] {
        assert!(Readings::amended(vec![wrong]).is_err(), "{wrong:?}");
    }
}

#[test]
fn amendments_are_read_from_data() {
    let text = r#"[{"reading": "youngest_age", "chosen": {"number": 18}, "since": "2030-01-01"}]"#;
    let readings: Readings = serde_json::from_str(text).unwrap();
    let day = date_from_text("2030-06-01").unwrap();
    let youngest = readings
        .register(day)
        .find(|reading| reading.id == ReadingId::YoungestAge)
        .unwrap();
    assert_eq!(youngest.chosen, Chosen::Number(18));
    let unfit =
        r#"[{"reading": "youngest_age", "chosen": {"applies": true}, "since": "2030-01-01"}]"#;
    let refusal = serde_json::from_str::<Readings>(unfit)
        .unwrap_err()
        .to_string();
    assert!(refusal.contains("youngest_age"), "{refusal}");
}
