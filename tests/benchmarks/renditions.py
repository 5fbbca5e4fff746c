"""Much news from little: every rendition of some news tells it of other places and in other words, eight weeks later.

The rate of news does not grow with the archive: 18 articles a day are what a small newsroom follows.

Each word gives way to another one of the same length, and each day to the same day of a later week, so what was read in the first
rendition stands at the same places in all. So a million claims take minutes. Reading a later rendition gives the same claims, and the same
terms that they are found by; in few of them, where a word sounds like more than it is, another date or stance.
"""

import random
import re
from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from news import News, Newsroom, Truth
from vocabulary import Vocabulary

from provenance.desk.analysis import read_all
from provenance.extraction import Reading
from provenance.extraction.reading import article_id, claim_id
from provenance.model.article import Article, ArticleHead, Document
from provenance.model.claim import Claim, ClaimInContext
from provenance.registry import Registry
from provenance.tracing import index_terms

ARTICLES, DAYS = 1020, 56  # of one rendition
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TOKEN = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True)
class Copied:
    """One article of a rendition as it is stored, with what the archive finds its claims by, and what is true of them."""

    article: Article
    claims: tuple[Claim, ...]
    terms: dict[str, frozenset[str]]
    truth: dict[str, Truth]
    """By claim id."""

    @property
    def in_context(self) -> list[ClaimInContext]:
        """Its claims as tracing takes them."""
        head = ArticleHead.of(self.article)
        return [ClaimInContext(claim=claim, article=head) for claim in self.claims]


class Renditions:
    """An endless stream of news in order of publication, article by article; a seed gives the same stream every time."""

    def __init__(self, seed: int = 1) -> None:
        self.seed = seed
        self.words = Vocabulary()
        self.base = Newsroom(seed, self.words).articles(ARTICLES, DAYS)
        self.readings: list[Reading] = []
        self._known_terms: dict[tuple[object, ...], frozenset[str]] = {}
        lower = dict.fromkeys(self.words.word.items, self.words.word)
        self._draws = lower | {name: draw for draw in (self.words.place, self.words.name) for name in draw.items}
        tokens: dict[int, set[str]] = {}
        for article in self.base:
            tokens.setdefault(article.event, set()).update(_TOKEN.findall(article.text))
        self._tokens = {event: sorted(found) for event, found in tokens.items()}
        self._exchanges = lru_cache(maxsize=512)(self._exchange)  # an event's articles follow each other closely

    def read(self, articles: int, executor: Executor | None = None) -> None:
        """Read so many articles of the first rendition; the others need it whole."""
        self.readings = list(read_all(map(document, self.base[:articles]), Registry.load(), executor))

    def news(self, number: int) -> News:
        """The article with this number in the stream, with what is true of it, unread."""
        rendition, place = divmod(number, ARTICLES)
        first = self.base[place]
        if not rendition:
            return first
        other = self._exchanges(rendition, first.event)
        truth = tuple(Truth(t.at, f"{rendition}:{t.proposition}", t.origin and f"{rendition}:{t.origin}") for t in first.truth)
        later = first.published + timedelta(days=DAYS * rendition)
        return replace(first, ref=f"made-up-{number}", text=_exchanged(first.text, other), published=later, truth=truth)

    def copied(self, number: int) -> Copied:
        """The article with this number, as reading it gives it."""
        rendition, place = divmod(number, ARTICLES)
        news, reading = self.news(number), self.readings[place]
        article, claims = reading.article, reading.claims
        if rendition:
            own = article_id(article.masthead.outlet, news.text)
            other = self._exchanges(rendition, news.event) | {article.id: own, article.id[:8]: own[:8]}
            days = DAYS * rendition
            article = Article.model_validate_json(_moved(article.model_dump_json(), other, days))
            article = article.model_copy(update={"refs": (news.ref,)})
            claims = tuple(Claim.model_validate_json(_moved(claim.model_dump_json(), other, days)) for claim in claims)
            claims = tuple(c.model_copy(update={"id": claim_id(own, c.span), "themes": tuple(sorted(c.themes))}) for c in claims)
        by_place = {truth.at: truth for truth in news.truth}
        truth = {c.id: by_place[c.span.start] for c in claims if c.span.start in by_place}
        head = ArticleHead.of(article)
        return Copied(article, claims, {claim.id: self._terms(claim, head) for claim in claims}, truth)

    def _terms(self, claim: Claim, head: ArticleHead) -> frozenset[str]:
        """The terms of a claim; whoever copies a sentence, and prints it on the same day, copies its terms."""
        key = (claim.text, claim.themes, head.published and head.published.latest)
        if key not in self._known_terms:
            if len(self._known_terms) > 20_000:
                self._known_terms.clear()
            self._known_terms[key] = index_terms(ClaimInContext(claim=claim, article=head))
        return self._known_terms[key]

    def _exchange(self, rendition: int, event: int) -> dict[str, str]:
        """What stands in a rendition for each word and name of an event, in all the ways of writing it. Numbers stay."""
        random_ = random.Random(f"{self.seed} {rendition} {event}")  # noqa: S311
        found: dict[str, str] = {}
        used: set[str] = set()
        for token in self._tokens[event]:
            draw = self._draws.get(token) or self._draws.get(token.lower())
            if draw is None or token in found:
                continue
            new = draw.of_length[len(token)](random_)
            if new in used:  # what differed goes on to differ
                new = token
            used.add(new)
            found |= {token: new, token.lower(): new.lower(), token.capitalize(): new.capitalize(), token.upper(): new.upper()}
        return found


def document(news: News) -> Document:
    """An article as an importer passes it on."""
    return Document(ref=news.ref, text=news.text, outlet=news.outlet, published=news.published)


def _exchanged(text: str, other: Mapping[str, str]) -> str:
    return _TOKEN.sub(lambda match: other.get(match.group(), match.group()), text)


def _moved(body: str, other: Mapping[str, str], days: int) -> str:
    """What was read in one rendition, as JSON, taken over into another: its words and its days, wherever they stand."""
    later = _ISO_DATE.sub(lambda day: (date.fromisoformat(day.group()) + timedelta(days=days)).isoformat(), body)
    return _exchanged(later, other)
