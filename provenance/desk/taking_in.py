"""The way of articles: imported, read, stored, traced, scored."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from provenance.desk.intake_batch import IntakeBatch, Waiting, not_foreseen
from provenance.errors import ArchiveError, InputRefused, ProvenanceError
from provenance.extraction import read_article
from provenance.importers import endings_left_out, find_inputs, read_documents
from provenance.model.article import Document
from provenance.model.queue import IntakeReport
from provenance.registry import Registry
from provenance.scoring import Method
from provenance.storage.archive import Archive


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
            continue
        for number, document in enumerate(read_documents(each, input_format=input_format), start=1):
            if progress and number > 1:
                progress(done, len(found), f"article {number:,} of {each}")
            yield document
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
    """Read articles one by one, store them with their claims, groups and scores, and say what became of each."""
    batch = IntakeBatch(archive, registry, method)
    stopped = False
    try:
        for found in documents:
            if stop and stop():
                stopped = True
                break
            if isinstance(found, InputRefused):
                batch.refuse(found.ref or "", str(found))
                continue
            document = found.model_copy(update={k: v for k, v in {"outlet": outlet, "published": published}.items() if v is not None})
            _read(batch, found, document)
    except ArchiveError:
        raise  # what waits could not be stored either
    except BaseException:
        batch.settle()  # stopped by hand, or by an input that nobody can read: what was read is kept
        raise
    batch.settle()
    return IntakeReport(items=tuple(batch.items), stopped=stopped or bool(stop and stop()))


def _read(batch: IntakeBatch, found: Document, document: Document) -> None:
    """Read one article, `found` as it states itself and `document` as the user states it, and take it on, or say why it cannot be read."""
    try:
        reading = read_article(document, batch.registry)
    except InputRefused as refused:
        batch.refuse(document.ref, str(refused))
    except ProvenanceError:
        raise
    except Exception as unforeseen:
        logging.getLogger(__name__).warning("An article could not be read.", exc_info=unforeseen)
        batch.refuse(document.ref, not_foreseen(unforeseen))
    else:
        batch.add(Waiting(found, document, reading))


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
