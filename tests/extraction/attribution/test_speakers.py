"""Whom a description goes back to: nobody is given words that somebody else said."""

import pytest


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("The interior ministry said the bridge at Edirne was safe.", "The transport ministry said the road was closed."),
        ("The hospital said it was full.", "The company said sales rose 4 percent."),
        ("The Interior Ministry said the bridge was safe.", "The Foreign Ministry said the talks went on."),
        ("The Kurdish Red Crescent said the road was open.", "The operator denied that it would sack anybody."),
        ("Siemens said sales rose. A company in Mersin disagreed.", "The company said it was ruined."),
        ("Süleyman Soylu said the road was closed.", "The stadium announcer said the match would go on."),
        ("FIFA said 40,000 people had bought tickets.", "The company said sales rose 4 percent."),
        ("A medical source said nine people were hurt.", "The military source said the road was open."),
        ("The interior minister, Süleyman Soylu, said the road was closed.", "The transport minister said the bridge was safe."),
    ],
)
def test_a_description_that_contradicts_the_earlier_speaker_is_a_source_of_its_own(read, first, then):
    found = read(f"{first}\n\n{then}")
    assert found.antecedent() == ""
    assert found.first(0).origin != found.first().origin


@pytest.mark.parametrize(
    ("first", "then", "antecedent"),
    [
        ("The interior ministry said the bridge was safe.", "The ministry said the road was closed.", "The interior ministry"),
        ("Boeing, which makes aircraft, said it was sorry.", "The company said sales rose 4 percent.", "Boeing"),
        ("Nine berths were closed, the union Liman-Is said.", "The strike will last three days, it said.", "the union Liman-Is"),
        ("Siemens reported a profit and said it was glad.", "Sales rose, the Munich-based company said.", "Siemens"),
        (
            "A source in the army said nine were hurt.",
            "The source, who asked not to be named, said the road was open.",
            "A source in the army",
        ),
        ("Alexander Lukashenko said he was glad.", "Belta quoted him as telling generals: “We are ready.”", "Alexander Lukashenko"),
        ("The emergencies agency AFAD said 12 people had died.", "The agency said 30 were hurt.", "The emergencies agency AFAD"),
        ("A Turkish military source said nine were hurt.", "The military source said the road was open.", "A Turkish military source"),
        (
            "The interior minister, Süleyman Soylu, said the road was closed.",
            "The interior minister said the bridge was safe.",
            "The interior minister, Süleyman Soylu",
        ),
    ],
)
def test_a_description_that_fits_goes_back_to_the_earlier_speaker(read, first, then, antecedent):
    found = read(f"{first}\n\n{then}")
    assert found.antecedent().startswith(antecedent)
    assert found.first(0).origin == found.first().origin


def test_she_is_the_woman_just_named_rather_than_somebody_who_is_never_called_so(read):
    found = read(
        "“It is late,” Masrour Barzani said.\n\nThe bridge is long.\n\nIt is possible that Tansu Çiller might cross it. "
        "She is in Ankara; Mrs. Çiller waits.\n\n“What an idea,” she said."
    )
    assert found.antecedent() == "Çiller"


def test_of_several_who_fit_long_ago_nobody_is_meant(read):
    between = "The road runs along the coast.\n\nIt was built by hand.\n\nSnow fell in the hills.\n\nFerries stopped.\n\n"
    found = read(
        "Boeing, which makes aircraft, said it was sorry.\n\nAirbus, which makes aircraft, said it was not.\n\n"
        f"{between}The company said sales rose 4 percent."
    )
    assert found.antecedent() == ""


@pytest.mark.parametrize("who", ["The ministry", "Police", "The Interior Ministry", "The company", "The court"])
def test_a_body_without_a_name_is_another_one_in_every_article(read, who):
    keys = {read(f"{who} said that {what}.").first().origin for what in ("two ferries had collided", "nobody was hurt")}
    assert len(keys) == 2
    assert all("@unknown:" in key and not key.startswith("unnamed-") for key in keys)


@pytest.mark.parametrize(
    "who", ["The United Nations", "The health ministry in Gaza", "The Turkish interior ministry", "Oslo police", "The State Department"]
)
def test_a_body_with_a_name_is_the_same_one_in_every_article(read, who):
    keys = {read(f"{who} said that {what}.").first().origin for what in ("two ferries had collided", "nobody was hurt")}
    assert len(keys) == 1


def test_the_top_diplomat_is_the_minister_whom_the_article_names(read):
    found = read("Iran’s Foreign Minister Hossein Amir-Abdollahian left.\n\nThe top Iranian diplomat said the road was open.")
    assert found.first().origin == "hossein-amir-abdollahian"


def test_it_is_the_paper_with_which_the_sentence_before_opens(read):
    found = read("The report was leaked to Al Jazeera. It says the army ignored warnings.")
    assert found.antecedent() == "The report"


def test_it_is_rather_who_has_just_spoken(read):
    assert read("The bank closed on Monday, the ministry said. It added that it would reopen.").antecedent() == "the ministry"


def test_they_are_the_several_who_open_the_sentence(read):
    found = read("The central bank said it would wait.\n\nAnalysts at Goldman Sachs expect a cut in June, they wrote in a note.")
    assert found.antecedent() == "Analysts at Goldman Sachs"


def test_who_speaks_in_what_somebody_reports_has_not_spoken_last(read):
    found = read("The general secretary Ali Mamlouk said the executive would recommend the offer.\n\nHe added: “It is a fair deal.”")
    assert found.antecedent() == "The general secretary Ali Mamlouk"


def test_a_place_in_front_of_the_speaker_is_nobody_who_speaks(read):
    found = read("Drones hit an oil depot near Sochi, the regional governor said.")
    assert (found.antecedent(), found.first().sourcing_type.value) == ("", "anonymous_official")
