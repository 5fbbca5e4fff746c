"""Facts about labelling and joining: what the labeller finds in sentences of fields it was not trained on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.extraction.attribution.labelling.features import Describer
from provenance.extraction.attribution.labelling.joining import Joined, join
from provenance.extraction.attribution.labelling.labeller import LabelledParagraph, LabelledSpan, label
from provenance.extraction.attribution.labelling.paragraphs import Paragraph, quotation_state, sentence_starts
from provenance.extraction.attribution.labelling.words import Words
from provenance.model.text import Span


def found_in(*paragraphs: str) -> tuple[str, list[Joined]]:
    text = "\n".join(paragraphs)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 1
    return text, join(label([Words(text, span) for span in spans]))


def triple(text: str, joined: Joined) -> tuple[str, str, str]:
    words = [place.within(text) if place else "" for place in (joined.source, joined.cue)]
    return words[0], words[1], " ".join(place.within(text) for place in joined.content)


@pytest.mark.parametrize(
    ("sentence", "source", "cue"),
    [
        ("The coach said the striker would miss the final.", "The coach", "said"),
        ("“The bridge will stay closed,” the regional governor told reporters.", "the regional governor", "told"),
        ("The tremor damaged 40 houses, according to the civil defence.", "the civil defence", "according to"),
        ("Researchers found that the drug lowered blood pressure.", "Researchers", "found"),
        ("The Turkish minister denied that talks had begun.", "The Turkish minister", "denied"),
    ],
)
def test_it_finds_who_speaks_in_fields_it_was_not_trained_on(sentence: str, source: str, cue: str) -> None:
    text, joined = found_in(sentence)
    assert (source, cue) in [triple(text, each)[:2] for each in joined]


def test_a_quotation_without_speaker_goes_back_to_the_one_who_spoke_before() -> None:
    text, joined = found_in("“We will rebuild the school,” the mayor said. “It will take a year. The money is there.”")
    speakers = {each.speaker.within(text) for each in joined if each.speaker}
    assert speakers == {"the mayor"}
    assert any(each.cue is None or len(each.content) > 1 for each in joined)


def test_plain_news_without_a_speaker_yields_nothing() -> None:
    _, joined = found_in("The bridge was built in 1974.", "It is 300 metres long.")
    assert joined == []


def span(label_: str, first: int, end: int, sure: float = 0.9) -> LabelledSpan:
    return LabelledSpan(label_, first, end, sure)


def test_content_that_only_a_source_and_cue_inside_it_cut_in_two_is_one() -> None:
    text = "Prices will , he said , fall"
    words = Words(text, Span(0, len(text)))
    joined = join([LabelledParagraph(words, (span("T", 0, 3), span("S", 3, 4), span("C", 4, 5), span("T", 5, 7)))])
    assert [place.within(text) for place in joined[0].content] == ["Prices will , he said , fall"]


def test_a_cue_takes_the_nearest_source_of_its_own_sentence() -> None:
    text = "Rome agreed . Paris said no"
    words = Words(text, Span(0, len(text)))
    joined = join([LabelledParagraph(words, (span("S", 0, 1), span("C", 1, 2), span("S", 3, 4), span("C", 4, 5), span("T", 5, 6)))])
    assert [triple(text, each)[0] for each in joined] == ["Rome", "Paris"]


def test_quotation_marks_open_and_close() -> None:
    text = 'He said "no way" twice'
    assert quotation_state(Words(text, Span(0, len(text))).texts) == "oo(ii)o"


def test_sentences_end_at_their_marks() -> None:
    text = "One two. Three “four.” Five"
    assert sentence_starts(Words(text, Span(0, len(text))).texts) == [0, 3, 8]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_no_text_breaks_the_labeller_and_every_span_lies_in_its_paragraph(paragraphs: list[str]) -> None:
    text, joined = found_in(*paragraphs)
    for each in joined:
        for place in (each.source, each.cue, each.antecedent, *each.content):
            assert place is None or 0 <= place.start < place.end <= len(text)


@given(st.text(max_size=80))
def test_every_word_has_features(text: str) -> None:
    words = Words(text, Span(0, len(text)))
    described = [list(bundles) for bundles in Describer(lambda bundle: bundle).article([words])]
    assert [len(each) for each in described] == [len(words)]
    assert all(feature for bundles in described[0] for bundle in bundles for feature in bundle)


def test_a_word_is_told_from_its_neighbours_its_sentence_and_its_paragraph() -> None:
    text = "The mayor said so. Nobody asked."
    (described,) = Describer(lambda bundle: bundle).article([Words(text, Span(0, len(text)))])
    first, *_, last = [{feature for bundle in bundles for feature in bundle} for bundles in described]
    assert {"0w=the", "-1pad", "2l=c:speech", "2w=said", "2>w=thew=?x", "BOS", "R=2", "L=far", "pos=0", "p=Bx"} <= first
    assert {"0w=.", "1pad", "EOS", "L=4-6", "R=far"} <= last


def test_cues_inside_a_quotation_are_no_cues_near_by() -> None:
    text = "“He said so,” Rome wrote"
    paragraph = Paragraph.of(Words(text, Span(0, len(text))).texts)
    back, ahead = paragraph.distances()
    assert set(back[:-1]) == {"far"}
    assert ahead == ["7-15", "4-6", "4-6", "4-6", "3", "2", "1", "0"][-len(ahead) :]
