"""Several articles on their way into the archive together: stored and traced in one transaction, so that what they share is traced once.

What is found is the same as if each came alone. As many go together as take a moment: a reviewer who decides meanwhile waits no longer, and
whoever stops the intake, however roughly, loses no more.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from provenance.desk.retracing import retrace, terms_of
from provenance.errors import NotFound, ProvenanceError
from provenance.extraction import Reading, article_id
from provenance.extraction.masthead import read_masthead
from provenance.model.article import Article, Document
from provenance.model.queue import IntakeItem, IntakeOutcome
from provenance.registry import Registry
from provenance.scoring import Method
from provenance.storage.archive import Archive

_MOST = 32
_MOMENT = 1.5
"""Seconds that a transaction takes, about: others who write wait for it, and give up after eight."""
_FIRST = 30
"""Claims that go together before it is known how long they take."""
_NOT_ENGLISH = (
    "It seems to be in another language ({language}); its text is kept, but no claims were read in it, because only English can be read."
)
_KNOWN = (
    "It is in the database already, as published by {outlet}{day}; nothing was changed. `provenance articles correct {article}` "
    "sets right who published it and when."
)
_UNFORESEEN = "Something in it was not foreseen ({}); nothing of it was stored. Please report it with the text, if you may."
_NO_CLAIMS = "No sentence in it states anything that could be checked; its text is kept."


class Waiting(NamedTuple):
    """An article that is read, and not stored yet."""

    stated: Document
    """As it states itself."""
    document: Document
    """As the user states it."""
    reading: Reading


@dataclass
class IntakeBatch:
    """Articles that wait to be stored, and what became of those before."""

    archive: Archive
    registry: Registry
    method: Method
    items: list[IntakeItem] = field(default_factory=list)
    _waiting: list[Waiting] = field(default_factory=list)
    _a_moment: int = _FIRST
    """How many claims are stored and traced in a moment, as far as is known."""

    def add(self, waiting: Waiting) -> None:
        """Take an article on; what waits is stored before it where both would take longer than a moment."""
        if self._waiting and _claims_of(self._waiting) + len(waiting.reading.claims) > self._a_moment:
            self.settle()
        self._waiting.append(waiting)
        if len(self._waiting) >= _MOST or _claims_of(self._waiting) >= self._a_moment:
            self.settle()

    def refuse(self, ref: str, why: str) -> None:
        """Say of something why it cannot be taken in."""
        self.settle()
        self.items.append(IntakeItem(ref=ref, outcome=IntakeOutcome.REFUSED, message=why))

    def settle(self) -> None:
        """Store and trace what waits; where one of several cannot be, each by itself, so that it stops no other."""
        several, self._waiting = self._waiting, []
        if not several:
            return
        start = time.monotonic()
        try:
            self.items.extend(self._stored(several))
        except ProvenanceError:
            raise  # the database fails, and would with the next article, too
        except Exception as unforeseen:
            if len(several) == 1:
                logging.getLogger(__name__).warning("An article could not be taken in.", exc_info=unforeseen)
                self.refuse(several[0].document.ref, not_foreseen(unforeseen))
            for each in several if len(several) > 1 else ():
                self._waiting = [each]
                self.settle()
            return
        self._learn(_claims_of(several), time.monotonic() - start)

    def _learn(self, claims: int, took: float) -> None:
        """How many claims go together from now on: half as many after too long a time, twice as many after a short one."""
        if took > _MOMENT:
            self._a_moment = max(1, min(self._a_moment, claims) // 2)
        elif took < _MOMENT / 2 and 2 * claims > self._a_moment:
            self._a_moment *= 2

    def _stored(self, several: Sequence[Waiting]) -> list[IntakeItem]:
        items: list[IntakeItem] = []
        new: list[str] = []
        with self.archive.transaction():
            for each in several:
                known = _known_otherwise(self.archive, each, self.registry)
                items.append(known or self._kept(each.reading))
                if items[-1].outcome is IntakeOutcome.TAKEN_IN:
                    new.extend(claim.id for claim in each.reading.claims)
            if new:
                retrace(self.archive, new, self.registry, self.method)
        return items

    def _kept(self, reading: Reading) -> IntakeItem:
        article, claims = reading.article, reading.claims
        new = self.archive.save_article(article, reading.sentences, claims, terms_of(reading))
        notes = list(article.notes)
        if new and article.language not in ("en", "und"):
            notes.append(_NOT_ENGLISH.format(language=article.language))
        elif new and not claims:
            notes.append(_NO_CLAIMS)
        return IntakeItem(
            ref=article.refs[0],
            outcome=IntakeOutcome.TAKEN_IN if new else IntakeOutcome.ALREADY_THERE,
            article=article.id,
            claims=len(claims) if new else 0,
            notes=tuple(notes),
        )


def _claims_of(several: Sequence[Waiting]) -> int:
    return sum(len(each.reading.claims) for each in several)


def not_foreseen(error: Exception) -> str:
    """What to say of an article at which the program failed."""
    return _UNFORESEEN.format(type(error).__name__)


def _known_otherwise(archive: Archive, waiting: Waiting, registry: Registry) -> IntakeItem | None:
    """That an article is there already as it states itself, where the user now states another outlet or day; None where it is not."""
    found, document = waiting.stated, waiting.document
    if document == found:
        return None
    for each in (document, found):
        known = _article(archive, article_id(read_masthead(each, registry).outlet, each.text))
        if known and each.ref in known.refs:
            bounds = known.masthead.published
            same_day = document.published is None or (bounds is not None and bounds.exact and bounds.earliest == document.published)
            if each is document and same_day:
                return None
            day = f" on {bounds.earliest}" if bounds and bounds.exact else ""
            note = _KNOWN.format(outlet=known.outlet_name, day=day, article=known.id[:8])
            return IntakeItem(ref=each.ref, outcome=IntakeOutcome.ALREADY_THERE, article=known.id, notes=(note,))
    return None


def _article(archive: Archive, id_: str) -> Article | None:
    try:
        return archive.article(id_)
    except NotFound:
        return None
