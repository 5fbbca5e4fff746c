"""The registry: outlets are found by key, name, alias and address, and told from the words around them in a text."""

import itertools
import pickle
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import RegistryError
from provenance.model.source import OutletKind, SourcingType
from provenance.model.text import Span
from provenance.registry import Registry
from provenance.registry.entries import names_of
from provenance.registry.spelling import fold, spoken

REGISTRY = Registry.load()


def mentioned(text: str, span: Span | None = None) -> list[tuple[str, str]]:
    return [(place.within(text), outlet.key) for place, outlet in REGISTRY.mentions(text, span)]


def newsroom(folder: Path, text: str) -> Path:
    path = folder / "outlets.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("key", ["iswnews", "north-press", "baladi-news", "the-new-arab", "trt-world", "reuters", "sana", "trt-cited"])
def test_the_outlets_of_the_seed_reports_are_known(key: str):
    assert REGISTRY.by_key(key).key == key


def test_a_key_that_nobody_has_finds_nothing():
    assert REGISTRY.by_key("no-such-outlet") is None
    assert REGISTRY.find("No Such Outlet") is None
    assert REGISTRY.find("") is None


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("reuters", "reuters"),
        ("REUTERS.", "reuters"),
        ("New Arab", "the-new-arab"),
        ("the new arab", "the-new-arab"),
        ("A.P.", "associated-press"),
        ("El Pais", "el-pais"),
        ("L’Orient Today", "lorient-le-jour"),
        ("al jazeera", "al-jazeera"),
        ("Dawn", "dawn"),
    ],
)
def test_case_punctuation_accents_and_the_article_do_not_matter_in_a_name(asked: str, key: str):
    assert REGISTRY.find(asked).key == key


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("bbc.co.uk", "bbc"),
        ("www.bbc.com", "bbc"),
        ("https://english.iswnews.com/28340/?p=1#top", "iswnews"),
        ("HTTPS://WWW.Reuters.com:443/world", "reuters"),
        ("//apnews.com/article", "associated-press"),
        ("timesofindia.indiatimes.com", "times-of-india"),
    ],
)
def test_an_address_finds_its_outlet_below_any_subdomain(address: str, key: str):
    assert REGISTRY.find(address).key == key


@pytest.mark.parametrize(
    "address", ["notbbc.com", "https://bbc.com.example.org/", "https://example.org/?from=bbc.com", "com", "indiatimes.com"]
)
def test_an_address_that_only_looks_alike_finds_nothing(address: str):
    assert REGISTRY.find(address) is None


def test_every_name_and_domain_in_the_registry_leads_back_to_its_outlet():
    for outlet in REGISTRY.outlets:
        assert {REGISTRY.find(name).key for name in (outlet.key, *names_of(outlet), *outlet.domains)} == {outlet.key}


def test_a_state_agency_names_its_state_and_a_private_one_has_none():
    for outlet in REGISTRY.outlets:
        if outlet.kind in (OutletKind.STATE_AGENCY, OutletKind.STATE_BROADCASTER):
            assert outlet.state, outlet.key
        if outlet.kind is OutletKind.WIRE_AGENCY:
            assert outlet.state is None, outlet.key


def test_no_outlet_comes_with_a_judgement_of_its_reliability():
    assert not any(outlet.assessment for outlet in REGISTRY.outlets)


def test_the_kind_of_an_agency_decides_in_what_capacity_it_speaks():
    assert REGISTRY.by_key("sana").sourcing_type is SourcingType.STATE_AGENCY
    assert REGISTRY.by_key("reuters").sourcing_type is SourcingType.WIRE_AGENCY
    assert REGISTRY.by_key("haaretz").sourcing_type is SourcingType.MEDIA_OUTLET


def test_mentions_come_in_order_with_their_exact_places():
    text = "The ministry told Reuters, and TASS and Agence France-Presse reported it."
    assert mentioned(text) == [("Reuters", "reuters"), ("TASS", "tass"), ("Agence France-Presse", "afp")]


def test_the_longest_name_wins():
    assert mentioned("Interfax-Ukraine and Interfax") == [("Interfax-Ukraine", "interfax-ukraine"), ("Interfax", "interfax")]
    assert mentioned("the Hürriyet Daily News wrote") == [("Hürriyet Daily News", "hurriyet")]


def test_a_longer_name_that_is_cut_off_does_not_hide_the_shorter_one():
    assert mentioned("BBC Newsroom staff") == [("BBC", "bbc")]


def test_an_acronym_counts_only_in_capitals():
    assert mentioned("Sana met Tariq; a bbc, an afp") == []
    assert mentioned("SANA and the BBC") == [("SANA", "sana"), ("BBC", "bbc")]


def test_a_masthead_in_capitals_counts():
    assert mentioned("BALADI NEWS") == [("BALADI NEWS", "baladi-news")]
    assert mentioned("KYIV (UKRINFORM) – Rail traffic resumed.") == [("UKRINFORM", "ukrinform")]


def test_a_name_inside_another_word_does_not_count():
    assert mentioned("Reutersville, preReuters, @Reuters, #CNN, CNN_live, CNN2") == []


@pytest.mark.parametrize("around", ["Reuters’ report", "Reuters's man", "(Reuters)", "“Reuters”", "Reuters/AFP", "\u200fReuters\u200f"])
def test_punctuation_around_a_name_is_no_part_of_it(around: str):
    assert mentioned(around)[0] == ("Reuters", "reuters")


def test_hyphens_accents_and_kinds_of_space_do_not_matter():
    assert mentioned("Al-Jazeera, North\u00a0Press, Asharq al‑Awsat? El Pais") == [
        ("Al-Jazeera", "al-jazeera"),
        ("North\u00a0Press", "north-press"),
        ("El Pais", "el-pais"),
    ]


def test_letters_that_grow_in_lower_case_do_not_shift_the_places():
    assert mentioned("İİİ İstanbul: HÜRRİYET reported") == [("HÜRRİYET", "hurriyet")]


def test_only_the_asked_part_is_searched_and_its_edges_are_no_word_boundaries():
    text = "CNN said. Reuters said. BBC said."
    assert mentioned(text, Span(10, 23)) == [("Reuters", "reuters")]
    assert mentioned("Reutersville", Span(0, 7)) == []


@pytest.mark.parametrize(
    "text",
    [
        "KABUL (AP) – The road is open.",
        "The spokesman told the AP on Monday.",
        "An AP reporter saw the convoy.",
        "According to AP, nobody was hurt.",
        "The minister told The Times that he would resign.",
        "Dawn reported that the court had adjourned.",
        "He told Dawn newspaper that the bill would pass.",
        "Source: The National",
        "Sputnik quoted the ministry.",
        "DAWN\n\nThe court has adjourned.",
        "On Monday AP reported that the road was open.",
        "The road is open. (AP)",
        "NEW DELHI (PTI) – The House has adjourned.",
    ],
)
def test_an_ambiguous_name_counts_where_the_words_speak_of_an_outlet(text: str):
    assert len(mentioned(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "She took three AP courses at school.",
        "Dawn broke over the harbour.",
        "The Times They Are Changing",
        "The National Army said it had withdrawn.",
        "Nature is healing, the mayor joked.",
        "The Guardian Council rejected the bill.",
        "Trade with the MENA region grew.",
        "The shipment of Sputnik V arrived.",
        "The strait lies off Fars Province.",
        "the independent commission; the guardian of the estate",
        "They walked to Petra and back.",
        "Michael Bloomberg said he would run.",
        "The Nikkei closed lower.",
        "Turnout rose in the APS district, officials said.",
        "Pakistan Tehreek-e-Insaf (PTI) called for protests, and PTI workers were arrested.",
    ],
)
def test_an_ambiguous_name_does_not_count_elsewhere(text: str):
    assert mentioned(text) == []


def test_an_acronym_that_the_text_introduces_for_somebody_else_is_theirs():
    assert mentioned("The Congressional Black Caucus (CBC) met. The CBC made that argument.") == []
    assert mentioned("Canadian Broadcasting Corporation (CBC) staff struck. The CBC made an offer.") == [
        ("Canadian Broadcasting Corporation", "cbc"),
        ("CBC", "cbc"),
        ("CBC", "cbc"),
    ]
    assert mentioned("state news agency (SANA)") == [("SANA", "sana")]


def test_a_newsroom_adds_outlets_and_replaces_single_fields(tmp_path: Path):
    own = newsroom(
        tmp_path,
        '[outlet.harbour-post]\nname = "Harbour Post"\nkind = "newspaper"\n'
        '[outlet.reuters]\nowner = "Somebody else"\n'
        '[in_text]\nnot_outlets = ["Reuters Quay"]\n',
    )
    registry = Registry.load(own)
    assert registry.find("the harbour post").kind is OutletKind.NEWSPAPER
    assert registry.by_key("reuters").owner == "Somebody else"
    assert registry.by_key("reuters").domains == ("reuters.com",)
    assert registry.mentions("at Reuters Quay") == []
    assert Registry.load().find("Harbour Post") is None


def test_a_registry_is_built_once_for_the_same_files(tmp_path: Path):
    assert Registry.load() is Registry.load()
    own = newsroom(tmp_path, '[outlet.harbour-post]\nname = "Harbour Post"\nkind = "newspaper"\n')
    assert Registry.load(own) is Registry.load(own)


def test_a_registry_goes_to_another_process_and_finds_the_same_there():
    text = "He told Reuters and the AP."
    REGISTRY.mentions(text)
    assert pickle.loads(pickle.dumps(REGISTRY)).mentions(text) == REGISTRY.mentions(text)  # noqa: S301


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[outlet.x]\nname = "X One"\n', "[outlet.x] kind"),
        ('[outlet.x]\nname = "X One"\nkind = "blog"\n', "[outlet.x] kind"),
        ('[outlet.x]\nname = "X One"\nkind = "newspaper"\ncircus = true\n', "[outlet.x] circus"),
        ('[outlet."X One"]\nname = "X One"\nkind = "newspaper"\n', "[outlet.X One]"),
        ('[outlet.x]\nname = "…"\nkind = "newspaper"\n', "[outlet.x]"),
        ('[outlet.x]\nname = "X One"\nkind = "newspaper"\ndomains = ["https://x.org"]\n', "[outlet.x]"),
        ('[outlet.x]\nname = "X One"\nkind = "newspaper"\naliases = "X"\n', "[outlet.x] aliases"),
        ('[outlet.x]\nname = "X One"\nkind = "newspaper"\nambiguous = [1]\n', "[outlet.x] aliases"),
        ('[outlet.x]\nname = "The Reuters"\nkind = "newspaper"\n', "[outlet.reuters] and by [outlet.x]"),
        ('[outlet.x]\nname = "X One"\nkind = "newspaper"\ndomains = ["cnn.com"]\n', "[outlet.cnn] and by [outlet.x]"),
        ('[oulet.x]\nname = "X One"\n', "[oulet]"),
        ('[outlet]\nx = "X One"\n', "outlet.x"),
        ("outlet = 3\n", "outlet"),
        ("in_text = 3\n", "in_text"),
        ("[in_text]\nafter = 3\n", "in_text.after"),
        ('[in_text]\naround = ["x"]\n', "in_text.around"),
        ('[outlet.x\nname = "X One"\n', "line 1"),
        (
            '[outlet.x]\nname = "X One"\nkind = "newspaper"\nassessment = { letter = "G", on = 2024-01-01, by = "b", citation = "c" }\n',
            "[outlet.x] assessment.letter: Input should be 'A', 'B', 'C', 'D', 'E' or 'F'",
        ),
    ],
)
def test_a_file_that_says_what_cannot_be_is_refused_with_its_name_and_the_entry(tmp_path: Path, text: str, named: str):
    own = newsroom(tmp_path, text)
    with pytest.raises(RegistryError) as refusal:
        Registry.load(own)
    assert str(own) in str(refusal.value)
    assert named in str(refusal.value)


def test_a_file_that_is_not_there_is_refused_with_its_name(tmp_path: Path):
    with pytest.raises(RegistryError, match=r"nowhere\.toml"):
        Registry.load(tmp_path / "nowhere.toml")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path):
    (tmp_path / "outlets.toml").write_bytes(b"\xff\xfe\x00[outlet]")
    with pytest.raises(RegistryError):
        Registry.load(tmp_path / "outlets.toml")


@given(st.text())
def test_folding_keeps_every_place(text: str):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=string.printable + "İıßﬀ“”’–\u00a0\u202eé" + "CNNReutersAP BBC"))
def test_any_text_can_be_searched_and_mentions_never_overlap(text: str):
    places = [place for place, _ in REGISTRY.mentions(text)]
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert all(a.end <= b.start for a, b in itertools.pairwise(places))


@given(
    st.sampled_from(
        [(name, outlet.key) for outlet in REGISTRY.outlets for name in names_of(outlet) if fold(name) not in REGISTRY.ambiguous]
    )
)
def test_every_plain_name_is_found_in_a_sentence_as_written_and_in_capitals(entry: tuple[str, str]):
    name, key = entry
    for written in {name, name.upper()}:
        if len(written) == len(name):
            assert [outlet.key for _, outlet in REGISTRY.mentions(f"They told {written} on Monday.")] == [key]


@given(st.text())
def test_a_spoken_name_stays_as_it_is_when_spoken_again(name: str):
    assert spoken(spoken(name)) == spoken(name) or spoken(name).startswith("the ")
