"""Copying: articles that share long runs in several sentences derive from each other; shared quotations do not count."""

from collections.abc import Collection

from provenance.tracing.copying import Copies

ONE = "Engineers opened two of the four gates of the dam on Wednesday after a week of heavy rain"
TWO = "The reservoir had filled to within half a metre of the crest before the first gate was lifted"
OWN = "Nobody in the valley below had been told of it, and the road was closed only an hour later"


def copies(**articles: list[str]) -> Copies:
    return Copies(lambda ids: {article: articles[article] for article in ids})


def test_two_long_runs_show_that_articles_derive_from_each_other() -> None:
    found = copies(a=[ONE, TWO, OWN], b=[f"On Thursday it was said that {ONE}", TWO])
    assert found.reason("a", "b") == found.reason("b", "a") == "their articles share 12 words in a row and more in 2 sentences"


def test_one_shared_sentence_shows_nothing_of_the_articles() -> None:
    assert copies(a=[ONE, OWN], b=[ONE, TWO]).reason("a", "b") is None


def test_shared_quotations_show_that_both_heard_one_speaker() -> None:
    assert copies(a=[f"She said: “{ONE}”", f"She said: “{TWO}”"], b=[f"“{ONE}”, she said", f"“{TWO}”, she said"]).reason("a", "b") is None


def test_an_article_is_asked_for_once_and_only_when_it_is_needed() -> None:
    asked: list[str] = []

    def fetch(ids: Collection[str]) -> dict[str, list[str]]:
        asked.extend(ids)
        return {article: [ONE, TWO] for article in ids}

    found = Copies(fetch)
    assert asked == []
    found.reason("a", "b")
    found.reason("b", "c")
    assert sorted(asked) == ["a", "b", "c"]
