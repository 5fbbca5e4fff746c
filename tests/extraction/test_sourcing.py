"""In what capacity a source speaks."""

import pytest

from provenance.extraction.attribution.tokens import tokens_of
from provenance.extraction.introductions import people_of
from provenance.extraction.people import People
from provenance.extraction.sourced import Sourced, slug
from provenance.extraction.sourcing import sourced
from provenance.language.names import find_names
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.registry import Registry

REGISTRY = Registry.load()


def read(phrase: str, introduced: str = "", *, document: bool = False) -> Sourced:
    """What the phrase tells where it stands inside a sentence of an article that introduces people in its first sentence."""
    text = f"{introduced} Then {phrase}"
    whole = Span(0, len(introduced))
    people = people_of([tokens_of(text, whole)], [find_names(text, whole)]) if introduced else People()
    place = Span(len(introduced) + 6, len(text))
    hit = next((outlet for span, outlet in reversed(REGISTRY.mentions(text)) if place.contains(span)), None)
    return sourced(text, tokens_of(text, place), hit, people, document=document)


POSITIVE = {
    "named_official": [
        "Turkish Foreign Minister Hakan Fidan",
        "Chief Cabinet Secretary Hakan Fidan",
        "Gen. Ali Mamlouk",
        "CEO Hakan Fidan of General Motors",
        "Hakan Fidan, Foreign Ministry regional director",
        "campaign manager Ali Mamlouk",
    ],
    "named_expert": ["glaciologist Ali Mamlouk", "economist Hakan Fidan", "professor Ali Mamlouk"],
    "named_person": ["Hamza al-Mustafa", "Hakan Fidan", "Mr Read", "author Hakan Fidan", "head coach Hakan Fidan"],
    "official_body": [
        "the country's largest bank, Ziraat",
        "its owner, Aegean Lines",
        "a Ministry of Defence spokesman",
        "the General Staff in Kyiv",
        "the U.S. Geological Survey",
        "the health ministry",
        "police",
        "a spokesman for the Red Cross",
        "Ankara",
        "South Korea's Joint Chiefs of Staff",
        "UEFA",
        "a statement by the Iraqi presidency",
        "TCDD, the state's railway company",
        "the president's press office",
        "the ministry's Telegram channel",
        "the security firm Ambrey",
        "its owner, Athens-based Minerva Marine",
    ],
    "state_agency": ["SANA", "Anadolu Agency", "state media", "TASS", "the semi-official Hawar news agency"],
    "wire_agency": ["Reuters", "AFP", "the Associated Press"],
    "media_outlet": [
        "North Press",
        "local media",
        "a Turkish newspaper",
        "virtually every news organization",
        "the journal Nature",
        "a Telegram channel",
    ],
    "document": [
        "the indictment",
        "a study",
        "Article 5",
        "court documents",
        "a lawsuit filed in Delaware",
        "a post on X",
        "his Twitter account",
    ],
    "anonymous_official": [
        "a Bank of England official",
        "a senior Turkish official",
        "a Western diplomat in Vienna",
        "the NATO chief",
        "a former minister",
    ],
    "anonymous_insider": [
        "a Security Service of Ukraine (SBU) source",
        "a source close to the ministry",
        "a person familiar with the matter",
        "a resident",
        "one of the sources",
        "a former aide",
        "the manager",
    ],
    "anonymous_group": ["two U.S. officials", "residents", "people briefed on the talks", "human rights groups", "scientists"],
    "vague_estimate": ["estimates", "media reports", "some", "reports in Italy", "rumours in Turin"],
}


@pytest.mark.parametrize(("kind", "phrase"), [(kind, phrase) for kind, phrases in POSITIVE.items() for phrase in phrases])
def test_a_naming_phrase_has_its_type(kind, phrase):
    assert read(phrase).sourcing_type == SourcingType(kind)


@pytest.mark.parametrize(
    ("phrase", "introduced", "kind"),
    [
        ("the Assad government", "President Bashar Assad left.", "official_body"),
        ("Assad", "President Bashar Assad left.", "named_official"),
        ("the Syrian Observatory for Human Rights", "", "official_body"),
        ("experts not involved in the work", "", "anonymous_group"),
        ("the police blotter", "", "document"),
        ("Hakan Fidan of the University of Edinburgh", "", "named_person"),
        ("Boeing", "A spokesman for Boeing left.", "official_body"),
        ("a Reuters photographer", "", "anonymous_insider"),
        ("sources at Reuters", "", "anonymous_group"),
        ("Li", "Li Qiang, premier of the State Council, left.", "named_official"),
        ("Ali Mamlouk", "Ali Mamlouk (R-Tenn.) left.", "named_official"),
    ],
)
def test_confusable_phrases_are_told_apart(phrase, introduced, kind):
    assert read(phrase, introduced).sourcing_type == SourcingType(kind)


def test_several_states_speak_as_one_and_on_no_side():
    both = read("Saudi Arabia and Iran")
    assert (both.key, both.side) == ("iran-and-saudi-arabia", None)


def test_two_persons_are_named_as_both_and_counted_under_the_first():
    both = read("Donald Tusk and Olaf Scholz", "Donald Tusk met Olaf Scholz.")
    assert (both.key, both.name) == ("donald-tusk", "Donald Tusk and Olaf Scholz")


@pytest.mark.parametrize(
    "phrase", ["A post on the president's account", "a tweet by Hakan Fidan", "Fidan's post on X", "the president's verified account"]
)
def test_what_somebody_posts_counts_as_theirs(phrase):
    assert read(phrase, "President Hakan Fidan left.").key == "hakan-fidan"


@pytest.mark.parametrize(
    ("phrase", "key"), [("a post on the governor's account", "unnamed-governor"), ("a tweet from the ministry", "ministry")]
)
def test_a_post_of_somebody_without_a_name_leads_to_them(phrase, key):
    post = read(phrase)
    assert (post.sourcing_type, post.key) == (SourcingType.DOCUMENT, key)


@pytest.mark.parametrize("phrase", ["a Telegram channel", "a post on X", "posts on Facebook"])
def test_the_name_of_a_platform_names_nobody(phrase):
    assert not read(phrase).named


def test_a_side_is_that_of_the_source_and_not_of_its_subject():
    assert read("a Turkish official").side == "Turkey"
    assert read("an expert on Turkey").side is None


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("Putin's spokesman", "vladimir-putin"),
        ("a spokesperson", "spokesperson"),
        ("the security firm Ambrey", "ambrey"),
        ("the memo, dated 3 May 2019", "memo"),
        ("Hakan Fidan of the University of Ankara", "hakan-fidan"),
    ],
)
def test_a_key_is_made_of_whom_the_words_mean(phrase, key):
    assert read(phrase, "Vladimir Putin left.").key == key


def test_what_an_apposition_adds_is_no_part_of_the_key():
    assert read("A spokesman for the Red Cross, speaking by telephone").key == "red-cross"


def test_a_name_becomes_a_key_without_accents():
    assert slug("Özgür Özel’s İzmir") == slug("Ozgur Ozel's Izmir")


@pytest.mark.parametrize(
    ("phrase", "introduced", "kind"),
    [
        ("Putin", "President Vladimir Putin of Russia left.", "named_official"),
        ("Erdogan", "Vice President Recep T. Erdogan Jr. left.", "named_official"),
        ("Assad", "Damascus Gen. Bashar Assad left.", "named_official"),
        ("Everyone", "", "anonymous_group"),
        ("many who had fled", "", "anonymous_group"),
        ("Hakan Fidan's old friends", "Hakan Fidan left.", "anonymous_group"),
        ("the attorney", "", "anonymous_insider"),
        ("that", "", "outlet_analysis"),
        ("an Oslo newspaper", "", "media_outlet"),
    ],
)
def test_what_the_article_tells_elsewhere_and_what_the_head_says_decides(phrase, introduced, kind):
    assert read(phrase, introduced).sourcing_type == kind


def test_who_heads_an_institute_is_an_expert():
    assert read("Fatih Birol", "Fatih Birol, president of a research institute, left.").sourcing_type == "named_expert"
