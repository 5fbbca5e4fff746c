"""Kinship: each rule by which two voices are one, and what keeps two apart that only look alike."""

import sys
from pathlib import Path

from provenance.model.claim import ClaimInContext
from provenance.model.source import SourcingType
from provenance.tracing import kinship
from provenance.tracing.kinship import Grounds
from provenance.tracing.slips import slips_among
from provenance.tracing.voices import Voice, voices_of

sys.path.insert(0, str(Path(__file__).parent))
from told import told

OFFICIAL, PERSON, MINISTER = SourcingType.ANONYMOUS_OFFICIAL, SourcingType.NAMED_PERSON, SourcingType.NAMED_OFFICIAL
BODY, WIRE, STATE = SourcingType.OFFICIAL_BODY, SourcingType.WIRE_AGENCY, SourcingType.STATE_AGENCY


def voice(item: ClaimInContext) -> Voice:
    return voices_of([item])[0]


def pair(one: ClaimInContext, other: ClaimInContext) -> tuple[Voice, Voice]:
    return voice(one), voice(other)


def test_a_key_shared_is_an_origin_shared() -> None:
    a, b = pair(told("The dam holds", "a", by=[("maria-silva", PERSON)]), told("The dam still holds", "b", by=[("maria-silva", PERSON)]))
    assert kinship.shared_origin(a, b) == "both name maria-silva"


def test_two_people_of_one_name_are_two_where_their_ages_differ() -> None:
    one = told("The dam holds, said Maria Silva, 61, a farmer", "a", by=[("maria-silva", PERSON)], names="Maria Silva")
    other = told("The dam holds, Maria Silva, 34, said", "b", by=[("maria-silva", PERSON)], names="Maria Silva")
    a, b = pair(one, other)
    assert kinship.shared_origin(a, b) is None
    assert kinship.namesakes(a, b) == "one is 34 years old, the other 61"


def test_a_minister_is_not_the_shopkeeper_of_the_same_name_nor_the_minister_of_another_state() -> None:
    minister = told("The dam holds, minister Maria Silva said", "a", by=[("maria-silva", MINISTER)], names="Maria Silva", party="Norway")
    shopkeeper = told("The dam holds, said the shopkeeper Maria Silva", "b", by=[("maria-silva", PERSON)], names="Maria Silva")
    danish = told("The dam holds, minister Maria Silva said", "c", by=[("maria-silva", MINISTER)], names="Maria Silva", party="Denmark")
    assert kinship.namesakes(*pair(minister, shopkeeper))
    assert kinship.namesakes(*pair(minister, danish))
    again = told("Minister Maria Silva said the dam holds", "d", by=[("maria-silva", MINISTER)], names="Maria Silva", party="Norway")
    assert kinship.namesakes(*pair(minister, again)) is None


def test_one_relay_and_one_description_are_one_source() -> None:
    one = told("The dam holds", "a", by=[("unnamed-port-official@afp:1", OFFICIAL, ("afp",))])
    other = told("The dam holds still", "b", by=[("unnamed-senior-port-official@afp:2", OFFICIAL, ("afp",))])
    assert kinship.shared_relay(*pair(one, other)) == "both pass on an unnamed source of afp"


def test_an_agency_is_seen_through_where_another_report_shows_whom_it_quotes() -> None:
    shown = told("The dam holds", "a", by=[("maria-silva", PERSON, ("tass",))])
    agency = told("The dam holds still", "b", by=[("tass", STATE)])
    assert kinship.seen_through(*pair(shown, agency)) == "tass is the relay through which maria-silva is quoted elsewhere"


def test_spellings_of_one_name_are_one_person_and_other_names_are_not() -> None:
    one = told("The dam holds, Mevlüt Çavuşoğlu said", "a", by=[("mevlut-cavusoglu", MINISTER)], names="Mevlüt Çavuşoğlu")
    other = told("The dam holds, Mevlut Cavusoglu said", "b", by=[("mevlut-cavusoglou", MINISTER)], names="Mevlut Cavusoglu")
    third = told("The dam holds, Hulusi Akar said", "c", by=[("hulusi-akar", MINISTER)], names="Hulusi Akar")
    assert kinship.same_body(*pair(one, other))
    assert kinship.same_body(*pair(one, third)) is None


def test_initials_are_the_body_that_they_are_short_for() -> None:
    one = told("The dam holds, the UN said", "a", by=[("un", BODY)], names="UN")
    other = told("The dam holds, the United Nations said", "b", by=[("united-nations", BODY)], names="United Nations")
    assert kinship.same_body(*pair(one, other)) == "UN and United Nations are names of one body"


def test_a_family_name_alone_may_be_whoever_bears_it() -> None:
    one = told("The tunnel stays shut, Cavusoglu said", "a", by=[("cavusoglu", PERSON)], names="Cavusoglu")
    other = told(
        "The tunnel stays shut, minister Mevlut Cavusoglu said", "b", by=[("mevlut-cavusoglu", MINISTER)], names="Mevlut Cavusoglu"
    )
    third = told("The tunnel stays shut, minister Hulusi Akar said", "c", by=[("hulusi-akar", MINISTER)], names="Hulusi Akar")
    assert kinship.perhaps_same(*pair(one, other)) == "Cavusoglu may be Mevlut Cavusoglu"
    assert kinship.perhaps_same(*pair(one, third)) is None


def test_a_body_without_its_country_may_be_that_of_a_country_and_those_of_two_countries_are_two() -> None:
    bare = told("The dam holds, the Red Crescent said", "a", by=[("red-crescent", BODY)], names="the Red Crescent")
    iran = told("The dam holds, Iran's Red Crescent said", "b", by=[("irans-red-crescent", BODY)], names="Iran's Red Crescent")
    turkey = told(
        "The dam holds, the Turkish Red Crescent said", "c", by=[("turkish-red-crescent", BODY)], names="the Turkish Red Crescent"
    )
    assert kinship.perhaps_same(*pair(bare, iran)) == "the Red Crescent may be Iran's Red Crescent"
    assert kinship.perhaps_same(*pair(iran, turkey)) is None


def test_a_spokesperson_speaks_for_the_body_that_they_are_called_by() -> None:
    words = "Kremlin spokesman Dmitry Peskov"
    one = told(f"The dam holds, {words} said", "a", by=[("dmitry-peskov", MINISTER)], names=words)
    other = told("The dam holds, the Kremlin said", "b", by=[("russia", BODY)], names="the Kremlin")
    third = told("The dam holds, the Interior Ministry said", "c", by=[("interior-ministry", BODY)], names="the Interior Ministry")
    assert kinship.perhaps_same(*pair(one, other)) == f"{words} speaks for the Kremlin"
    assert kinship.perhaps_same(*pair(one, third)) is None


def test_the_company_may_be_the_one_that_its_sentence_names_and_is_no_authority() -> None:
    one = told("Rolls-Royce recalls 41,000 cars, the company said", "a", by=[("company@a:1", BODY)], names="the company")
    maker = told("Rolls-Royce said it recalled 41,000 cars", "b", by=[("rolls-royce", BODY)], names="Rolls-Royce")
    authority = told("The Motor Authority said 41,000 cars were recalled", "c", by=[("motor-authority", BODY)], names="The Motor Authority")
    assert kinship.perhaps_same(*pair(one, maker)) == "the company may be Rolls-Royce, whom the sentence names"
    assert kinship.perhaps_same(*pair(one, authority)) is None


def test_a_credit_makes_an_unnamed_source_perhaps_the_agencys_and_says_so() -> None:
    crediting = told("The dam holds", "a", by=[("unnamed-official@a:1", OFFICIAL)], credits=["afp"])
    through = told("The dam holds still", "b", by=[("unnamed-official@afp:2", OFFICIAL, ("afp",))])
    reason = kinship.shared_credit(*pair(crediting, through))
    assert reason == "a credits AFP (“With files from AFP”), through which unnamed-official@afp:2 speaks elsewhere"
    agency = told("The dam still holds", "c", by=[("afp", WIRE)])
    assert kinship.shared_credit(*pair(crediting, agency))
    named = told("The dam holds", "d", by=[("maria-silva", PERSON)], credits=["afp"])
    assert kinship.shared_credit(*pair(named, through)) is None


def test_a_misspelling_that_nobody_else_makes_shows_one_model() -> None:
    one = told("The goverment of Aden shut the harbour after the storm", "a", by=[("maria-silva", PERSON)])
    other = told("After the storm the harbour was shut by Aden's goverment", "b", by=[("joao-costa", PERSON)])
    third = told("The government in Aden closed its harbour because of a storm", "c", by=[("tass", PERSON)])
    grounds = Grounds(slips=slips_among({item.claim.id: item.claim.text for item in (one, other, third)}))
    assert kinship.shared_slip(*pair(one, other), grounds) == "both write “goverment” where others have “government”"
    assert kinship.shared_slip(*pair(one, third), grounds) is None


def test_what_one_report_shows_side_by_side_no_copy_makes_one() -> None:
    one = told("The dam holds", "a", by=[("maria-silva", PERSON)], republished_from="paper")
    other = told("The dam holds", "b", by=[("joao-costa", PERSON)], republished_from="paper")
    a, b = pair(one, other)
    assert kinship.republication(a, b, Grounds()) == "a republishes paper"
    assert kinship.republication(a, b, Grounds(side_by_side=[frozenset(("maria-silva", "joao-costa"))])) is None


def test_an_outlet_is_seen_through_where_its_own_report_is_at_hand() -> None:
    own = told("The dam holds", "north-press", by=[("maria-silva", PERSON)])
    quoting = told("The dam holds still", "b", by=[("north-press", SourcingType.MEDIA_OUTLET)])
    assert kinship.seen_through(*pair(own, quoting)) == "north-press is the outlet whose own report quotes maria-silva"


def test_somebody_unnamed_who_passes_on_what_a_court_says_is_no_second_origin() -> None:
    through = told("The dam stays shut", "a", by=[("water-court", BODY, ("unnamed-people-familiar-with-the-ruling@a:1",))], credits=["afp"])
    unnamed = told("The dam remains shut", "afp", by=[("unnamed-people-familiar-with-the-ruling@afp:2", SourcingType.ANONYMOUS_GROUP)])
    assert kinship.seen_through(*pair(through, unnamed))
    others = told("The dam remains shut", "afp", by=[("unnamed-dock-workers@afp:2", SourcingType.ANONYMOUS_GROUP)])
    assert kinship.seen_through(*pair(through, others)) is None


def said(text: str, who: str, outlet: str, key: str, kind: SourcingType = BODY) -> ClaimInContext:
    return told(text.format(who), outlet, by=[(key, kind)], names=who)


def test_a_body_goes_by_its_short_form_and_by_its_papers() -> None:
    long = said("The dam holds, {} said", "Portugal's Disaster Authority (PDA)", "a", "x")
    assert kinship.same_body(*pair(long, said("The dam is sound, {} said", "the disaster authority PDA", "b", "pda")))
    paper = said("The dam holds, {} show", "figures from the UNHCR", "a", "y", SourcingType.DOCUMENT)
    assert kinship.same_body(*pair(paper, said("The dam is sound, {} said", "the U.N. refugee agency", "b", "z")))


def test_police_in_a_town_are_not_the_town() -> None:
    one = told("The dam holds, police in northern Aleppo said", "a", by=[("p", BODY)], names="police in northern Aleppo")
    other = told("The dam holds, residents of northern Aleppo said", "b", by=[("r", BODY)], names="residents of northern Aleppo")
    assert kinship.same_body(*pair(one, other)) is None


def test_a_federation_is_not_the_office_of_a_town_that_the_sentence_names() -> None:
    text = "The match is in Konya, sources at the Turkish Football Federation told Anadolu"
    unnamed = told(text, "anadolu", by=[("unnamed-sources-at-the-turkish-football-federation@anadolu:1", OFFICIAL)])
    office = told("The governor's office in Konya said the match is there", "b", by=[("g", BODY)], names="The governor's office in Konya")
    assert kinship.perhaps_same(*pair(unnamed, office)) is None


def test_a_body_named_for_its_article_only_may_be_the_one_that_another_names_in_full() -> None:
    full = said("Hail fell, {} said", "the Farm Board of Kerman province", "a", "farm-board-of-kerman-province")
    assert kinship.perhaps_same(*pair(full, said("Hail struck, {} said", "the provincial Farm Board", "b", "provincial-farm-board@b:1")))
