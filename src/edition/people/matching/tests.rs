//! Names that are one person's, and names that are not.

use super::*;
use crate::edition::people::Contributor;
use proptest::prelude::*;

#[test]
fn one_name_is_written_in_many_ways() {
    for (one, two) in [
        ("Hina Farooq", "Farooq, Hina"),
        ("Hina Farooq", "FAROOQ, Hina"),
        ("Hina Farooq", "Dr. Hina Farooq"),
        ("Hina Farooq", "Farooq, Dr. Hina"),
        ("Hina Farooq", "Hina Farooq, Ph.D."),
        ("Hina Farooq", "Prof. Dr. HINA FAROOQ PhD"),
        ("Asad Kirmani", "Maj Gen (Retd) Asad Kirmani"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Jörg Müller", "Jorg Muller"),
        ("Étienne Lamy", "Etienne Lamy"),
        ("Søren Ångström", "Soeren Aangstroem"),
        ("Jean-Luc Petit", "Jean Luc Petit"),
        ("Seán O’Neill", "Sean O'Neill"),
        ("J. R. Reyes", "J.R. Reyes"),
        ("J.D. Reyes", "Reyes, J. D."),
        ("Hina Farooq", "Hina Farooq, J.D."),
        ("Yo-Yo Ma", "Ma, Yo-Yo"),
        ("Алёна Королёва", "Алена Королева"),
        ("حنا فاروقي", "حنا فاروقی"),
        ("مولانا احمد رضا", "احمد رضا"),
        ("María de la Cruz", "de la Cruz, María"),
        ("Martin King Jr.", "Martin King, Jr"),
        ("Plato", "PLATO"),
    ] {
        assert_eq!(likeness(one, two), Likeness::Same, "{one} = {two}");
    }
}

#[test]
fn what_leaves_room_for_doubt_is_only_probable() {
    for (one, two) in [
        ("J. Smith", "John Smith"),
        ("John A. Smith", "John Smith"),
        ("John A. Smith", "John Adam Smith"),
        ("J.A. Smith", "John Adam Smith"),
        ("Imre Nagy", "Nagy Imre"),
        ("Deborah Lindgreen", "Deborah Lindgren"),
        ("Muhammad Farooqi", "Mohammad Farooqi"),
        ("Samuel Mueller", "Samuel Muller"),
        ("Anneliese Brandstätter", "Anneleise Brandstatter"),
    ] {
        assert_eq!(likeness(one, two), Likeness::Probable, "{one} ~ {two}");
    }
    for (one, two) in [("M. Khan", "Muhammad Khan"), ("Hassan Ali", "Ali Hassan")] {
        assert_eq!(likeness(one, two), Likeness::Possible, "{one} ? {two}");
    }
}

#[test]
fn different_people_stay_two() {
    for (one, two) in [
        ("John A. Smith", "John B. Smith"),
        ("J. A. Smith", "John B. Smith"),
        ("John Smith", "Jane Smith"),
        ("John Smith", "J. Smythe"),
        ("Smith", "John Smith"),
        ("Khan", "Imran Khan"),
        ("Muhammad Ali Khan", "Muhammad Khan"),
        ("Daniel Winkelmann", "Daniela Winkelmann"),
        ("Ivan Petrovsky", "Ivan Petrovska"),
        ("Martin Hathersage", "Marvin Hathersage"),
        ("Jo Cox", "Joe Cox"),
        ("John Smith Jr.", "John Smith Sr."),
        ("John Smith Jr.", "John Smith"),
        ("Анна Королева", "Anna Koroleva"),
        ("", "John Smith"),
        ("", ""),
    ] {
        assert_eq!(likeness(one, two), Likeness::Different, "{one} ≠ {two}");
    }
}

fn people(names: &[&str]) -> Names {
    let people = names.iter().map(|name| {
        let id: ContributorId = name.to_lowercase().replace(' ', "-").into();
        (id, Contributor::named(*name))
    });
    Names::of(&people.collect())
}

#[test]
fn a_probable_match_is_taken_only_when_nobody_else_fits() {
    let smith: ContributorId = "john-smith".into();
    let names = people(&["John Smith", "Hina Farooq"]);
    assert_eq!(names.find("J. Smith", &[]), Meant::Probably(smith.clone()));
    assert_eq!(names.find("SMITH, John", &[]), Meant::Surely(smith.clone()));
    assert_eq!(names.find("J. Smith", std::slice::from_ref(&smith)), Meant::Nobody);
    assert_eq!(names.find("Ann Lee", &[]), Meant::Nobody);
    let names = people(&["Jane Smith", "John Smith"]);
    assert_eq!(names.find("J. Smith", &[]), Meant::Perhaps(vec!["jane-smith".into(), smith]));
    let names = people(&["Muhammad Khan"]);
    assert_eq!(names.find("M. Khan", &[]), Meant::Perhaps(vec!["muhammad-khan".into()]));
}

#[test]
fn a_name_turned_round_is_printed_in_its_usual_order() {
    let printed = |name: &str| as_printed(name).map(|(name, sort)| format!("{name}|{sort}"));
    assert_eq!(printed("FAROOQ, Hina").unwrap(), "Hina Farooq|");
    assert_eq!(printed("de la Cruz, María").unwrap(), "María de la Cruz|de la Cruz, María");
    assert_eq!(printed("Hina Farooq, Ph.D."), None);
    assert_eq!(printed("Martin King, Jr."), None);
    assert_eq!(printed("Hina Farooq"), None);
    assert_eq!(printed("Hina Farooq, Lahore"), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_makes_no_difference_which_is_the_first(
        one in "((Dr|J|Ann|Jörg|Hina|Khan|Farooq|Farouq|Jr|PhD|Дарья)[ .,]{1,2}){0,4}",
        two in "((Dr|J|Ann|Jörg|Hina|Khan|Farooq|Farouq|Jr|PhD|Дарья)[ .,]{1,2}){0,4}",
    ) {
        prop_assert_eq!(likeness(&one, &two), likeness(&two, &one));
    }

    #[test]
    fn any_honorific_leaves_a_person_the_same(
        title in prop::sample::select(vec!["Dr", "Dr.", "Prof. Dr.", "Sir", "Maulana", "Begum", "Mrs", "ڈاکٹر"]),
        first in "[A-Z][a-zé]{2,8}",
        last in "[A-Z][a-zü]{2,10}",
    ) {
        // “Adm” is no given name.
        let is_name = |word: &String| {
            use super::titles::{BEFORE, BEHIND, GENERATIONS, has};
            [BEFORE, BEHIND, GENERATIONS].into_iter().all(|list| !has(list, &word.to_lowercase()))
        };
        prop_assume!(is_name(&first) && is_name(&last));
        let name = format!("{first} {last}");
        let expected = Likeness::Same;
        prop_assert_eq!(likeness(&name, &format!("{title} {name}")), expected);
        prop_assert_eq!(likeness(&name, &format!("{last}, {title} {first}")), expected);
        prop_assert_eq!(likeness(&name, &name), expected);
    }
}
