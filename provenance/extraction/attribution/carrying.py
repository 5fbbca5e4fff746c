"""Whether a sentence that names nobody only goes on with what somebody was just reported to say."""

import itertools
from functools import cache

from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.scene import Scene
from provenance.language.lexicon import phrases, words
from provenance.model.claim import Attribution, Mode

_PAST_PERFECT = frozenset({"has", "have", "had"})


@cache
def _openings(kind: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(p.split()) for p in phrases("carry", kind))


def continues(scene: Scene, previous: Scene, first: Attribution, drafts: list[Draft], *, same_paragraph: bool) -> str | None:
    """The name of the sign by which the sentence goes on with the report before it; None where the outlet speaks again.

    Signs are an opening that leans on the sentence before ("They", "Both sides", "The aim") or the same people acting on.
    The outlet's own comment ("This is the first time …") and background in the perfect tense end the report.
    """
    lows = [t.low for t in scene.tokens if t.is_word]
    if len(lows) < 3 or first.mode is Mode.DIRECT:
        return None
    if (
        _silent(lows)
        or any(tuple(lows[: len(p)]) == p for p in _openings("comment"))
        or _background(lows)
        or any(d.agentless for d in drafts)
    ):
        return None
    if any(tuple(lows[: len(p)]) == p for p in (*_openings("pairs"), *_openings("purpose"))):
        return "goes on: definite opening"
    if lows[0] in words("carry", "pronouns") and not _empty_subject(lows):
        return "goes on: pronoun opening"
    if first.carried_over and any(low in ("will", "would") for low in lows) and _same_people(scene, previous):
        return "goes on: same people"
    return None


def _silent(lows: list[str]) -> bool:
    """`He did not elaborate`: the outlet tells what somebody did not say."""
    return len(lows) <= 12 and not words("carry", "silence").isdisjoint(lows)


def _background(lows: list[str]) -> bool:
    perfect = any(a in _PAST_PERFECT and (b == "been" or b.endswith("ed")) for a, b in itertools.pairwise(lows))
    return (
        perfect
        or "since" in lows[:3]
        or (lows[0] == "in" and len(lows) > 2 and (lows[1].isdigit() or lows[2].isdigit() or lows[1] in words("grammar", "months")))
    )


def _empty_subject(lows: list[str]) -> bool:
    """`It is worth …`, `This is why …`, `That said …` lean on nothing that was said."""
    return (lows[0] == "it" and lows[1] in ("is", "was", "has", "remains", "seems", "appears")) or lows[:2] in (
        ["that", "said"],
        ["this", "year"],
        ["this", "week"],
        ["this", "month"],
    )


def _same_people(scene: Scene, previous: Scene) -> bool:
    names = {t.low.removesuffix("'s") for t in scene.tokens if t.is_capital}
    return bool(names)
