"""Slips: errors in common show a common model; a spelling that everybody has, or that two sides of an ocean have, shows nothing."""

from provenance.tracing.slips import slips_among, slips_in_common

RIGHT = "The government closed the harbour near Kostroma to 1,600 ships"


def among(*texts: str) -> tuple:
    return slips_among({str(place): text for place, text in enumerate(texts)})


def test_two_alone_show_no_slip_since_nobody_has_it_otherwise() -> None:
    assert among("The goverment closed the harbour", "The goverment shut the harbour") == ()


def test_a_word_that_all_misspell_is_no_slip_of_two() -> None:
    assert among("The goverment fell", "The goverment fell on Monday", "On Monday the goverment fell") == ()


def test_british_and_american_spellings_are_no_slips() -> None:
    slips = among("The labour of the harbour was organised", "Harbour labour was organised in Leith", "The harbor labor was organized")
    assert slips == ()


def test_a_rare_word_that_has_no_neighbour_is_no_slip() -> None:
    assert among("The zeppelin rose over Kostroma", "Over Kostroma the zeppelin rose", "The airship rose over Kostroma") == ()


def test_it_takes_two_odd_spellings_of_names_and_numbers() -> None:
    odd = "The government closed the harbour near Kastroma to 1.600 ships"
    slips = among(
        odd, "Near Kastroma the harbour was shut to 1.600 ships", RIGHT, "Ships, 1,600 of them, may not enter the harbour near Kostroma"
    )
    assert (
        slips_in_common("0", "1", slips) == "both write “Kastroma” where others have “Kostroma” and write “1.600” where others have “1,600”"
    )
    only_name = among("A fire in Kastroma", "Kastroma saw a fire", "A fire in Kostroma", "Kostroma burns")
    assert slips_in_common("0", "1", only_name) is None


def test_a_copy_more_never_hides_a_slip() -> None:
    texts = ["The goverment fell on Monday", "On Monday the goverment fell", "The government fell on Monday"]
    before = slips_in_common("0", "1", among(*texts))
    assert before
    assert slips_in_common("0", "1", among(*texts, texts[0], texts[0], texts[1])) == before
