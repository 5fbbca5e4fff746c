"""The way of one article: imported, read, stored, traced, scored, in one transaction."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from provenance.desk.retracing import retrace, terms_of
from provenance.errors import InputRefused, NotFound, ProvenanceError
from provenance.extraction import Reading, article_id, read_article
from provenance.extraction.masthead import read_masthead
from provenance.importers import endings_left_out, find_inputs, read_documents
from provenance.model.article import Article, Document
from provenance.model.queue import IntakeItem, IntakeOutcome, IntakeReport
from provenance.registry import Registry
from provenance.scoring import Method
from provenance.storage.archive import Archive

_NOT_ENGLISH = (
    "It seems to be in another language ({language}); its text is kept, but no claims were read in it, because only English can be read."
)
_KNOWN = (
    "It is in the database already, as published by {outlet}{day}; nothing was changed. `provenance articles correct {article}` "
    "sets right who published it and when."
)
_UNFORESEEN = "Something in it was not foreseen ({}); nothing of it was stored. Please report it with the text, if you may."
_NO_CLAIMS = "No sentence in it states anything that could be checked; its text is kept."


def documents_of(
    inputs: Sequence[str | Path],
    input_format: str | None,
    progress: Callable[[int, int, str], None] | None,
    stop: Callable[[], bool] | None,
) -> Iterator[Document | InputRefused]:
    """Every article of the inputs, one by one; what cannot be read comes as a refusal in its place."""
    found = find_inputs(inputs)
    for done, each in enumerate(found):
        if stop and stop():
            return
        if progress:
            progress(done, len(found), each.ref if isinstance(each, InputRefused) else str(each))
        if isinstance(each, InputRefused):
            yield each
        else:
            yield from read_documents(each, input_format=input_format)
    if progress:
        progress(len(found), len(found), "")


def take_in(
    archive: Archive,
    documents: Iterable[Document | InputRefused],
    registry: Registry,
    method: Method,
    *,
    outlet: str | None = None,
    published: date | None = None,
    stop: Callable[[], bool] | None = None,
) -> IntakeReport:
    """Store articles one by one, each with its claims, groups and scores in one transaction, and say what became of each."""
    items: list[IntakeItem] = []
    for found in documents:
        if stop and stop():
            return IntakeReport(items=tuple(items), stopped=True)
        if isinstance(found, InputRefused):
            items.append(IntakeItem(ref=found.ref or "", outcome=IntakeOutcome.REFUSED, message=str(found)))
            continue
        document = found.model_copy(update={k: v for k, v in {"outlet": outlet, "published": published}.items() if v is not None})
        try:
            known = _known_otherwise(archive, found, document, registry)
            items.append(known or _take_one(archive, read_article(document, registry), registry, method))
        except InputRefused as refused:
            items.append(IntakeItem(ref=document.ref, outcome=IntakeOutcome.REFUSED, message=str(refused)))
        except ProvenanceError:
            raise  # the database fails, and would with the next article, too
        except Exception as unforeseen:
            logging.getLogger(__name__).warning("An article could not be taken in.", exc_info=unforeseen)
            items.append(IntakeItem(ref=document.ref, outcome=IntakeOutcome.REFUSED, message=_UNFORESEEN.format(type(unforeseen).__name__)))
    return IntakeReport(items=tuple(items), stopped=bool(stop and stop()))


def left_out(inputs: Sequence[str | Path]) -> tuple[str, ...]:
    """What to say of files in the given folders that nobody reads."""
    notes = []
    for source in inputs:
        endings = endings_left_out(source)
        if endings:
            listed = ", ".join(f"{ending or 'no ending'} ({count})" for ending, count in sorted(endings.items()))
            files = "1 file was" if endings.total() == 1 else f"{endings.total()} files were"
            notes.append(f"{source}: {files} left out, because their endings are not read in a folder: {listed}.")
    return tuple(notes)


def _known_otherwise(archive: Archive, found: Document, document: Document, registry: Registry) -> IntakeItem | None:
    """That an article is there already as it states itself, where the user now states another outlet or day; None where it is not."""
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


def _take_one(archive: Archive, reading: Reading, registry: Registry, method: Method) -> IntakeItem:
    article, claims = reading.article, reading.claims
    with archive.transaction():
        new = archive.save_article(article, reading.sentences, claims, terms_of(reading))
        if new and claims:
            retrace(archive, [claim.id for claim in claims], registry, method)
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
