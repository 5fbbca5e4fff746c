"""Articles read from the masthead to the attributions, as a test asks for them."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from provenance.extraction.attribution.cues import cues_of
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.quotations import quotations
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.sentence import drafts_of
from provenance.extraction.attribution.tokens import tokens_of
from provenance.extraction.reading import read_article
from provenance.language.sentences import blocks
from provenance.model.article import Document
from provenance.model.claim import Attribution
from provenance.model.text import Span
from provenance.registry import Registry


@dataclass(frozen=True)
class Read:
    """The attributions of a text, sentence by sentence, with the words that they point to."""

    text: str
    sentences: list[tuple[Attribution, ...]]

    def first(self, sentence: int = -1) -> Attribution:
        """The deciding attribution of a sentence."""
        return self.sentences[sentence][0]

    def source(self, sentence: int = -1, at: int = 0) -> str:
        return " … ".join(s.within(self.text) for s in self.sentences[sentence][at].source)

    def antecedent(self, sentence: int = -1) -> str:
        return " … ".join(s.within(self.text) for s in self.first(sentence).antecedent)

    def cue(self, sentence: int = -1) -> str:
        return " … ".join(s.within(self.text) for s in self.first(sentence).cue)

    def content(self, sentence: int = -1, at: int = 0) -> str:
        return " … ".join(s.within(self.text) for s in self.sentences[sentence][at].content)


@pytest.fixture(scope="session")
def registry() -> Registry:
    return Registry.load()


@pytest.fixture(scope="session")
def drafts(registry: Registry) -> Callable[[str], list[Draft]]:
    """What the rules alone find in one sentence, outermost first."""

    def reading(sentence: str) -> list[Draft]:
        span = Span(0, len(sentence))
        tokens = tokens_of(sentence, span, most=400)
        named = registry.mentions(sentence)
        return drafts_of(
            Scene(span=span, tokens=tokens, cues=cues_of(tokens), quotations=quotations(sentence, blocks(sentence)), outlets=named)
        )

    return reading


@pytest.fixture(scope="session")
def read(registry: Registry) -> Callable[[str], Read]:
    """Reads a text that no outlet is known for."""

    def reading(text: str) -> Read:
        found = read_article(Document(ref="a text", text=text), registry)
        return Read(text, [s.attributions for s in found.sentences])

    return reading
