"""Articles read, traced and scored together, without keeping anything: what `provenance analyze` prints."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

from provenance.desk.pasts import assessed
from provenance.errors import InputRefused
from provenance.extraction import Reading, read_article
from provenance.importers import find_inputs, read_documents
from provenance.model.article import ArticleHead, Document
from provenance.model.chain import Stand
from provenance.model.claim import ClaimInContext
from provenance.model.reliability import Score, SourceRecord
from provenance.model.weighing import Weighed
from provenance.registry import Registry
from provenance.scoring import Method, judged_source, load_method, weigh_claim
from provenance.tracing import Tracing, trace

_BATCH = 50  # articles that travel to another process together


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was read in some articles, how their claims hang together, and how far each is to be trusted."""

    readings: tuple[Reading, ...]
    tracing: Tracing
    scores: Mapping[str, Score]
    refused: tuple[InputRefused, ...] = ()


def analyze_inputs(
    inputs: Sequence[str | Path],
    *,
    input_format: str | None = None,
    method: Path | None = None,
    executor: Executor | None = None,
) -> Analysis:
    """Read inputs, trace and score their claims against each other; no database is opened.

    The same outlet and text twice is one article with both refs. What cannot be read is among `refused`; the rest goes on.

    Raises:
        MethodError: the method file cannot be used.

    """
    registry, chosen = Registry.load(), load_method(method)
    refused: list[InputRefused] = []
    documents: list[Document] = []
    for each in find_inputs(inputs):
        for found in [each] if isinstance(each, InputRefused) else read_documents(each, input_format=input_format):
            if isinstance(found, InputRefused):
                refused.append(found)
            else:
                documents.append(found)
    readings = _joined(read_all(documents, registry, executor))
    items = [ClaimInContext(claim=claim, article=ArticleHead.of(r.article)) for r in readings for claim in r.claims]
    tracing = trace(items, owners=owners(registry), executor=executor)
    known = assessed(registry)
    weighed = scores_of(
        items, tracing, chosen, lambda key, group: known.get(key) or SourceRecord(key=key), registry, on=datetime.now(UTC).date()
    )
    return Analysis(readings, tracing, {claim: each.score for claim, each in weighed.items()}, tuple(refused))


def read_all(documents: Iterable[Document], registry: Registry, executor: Executor | None = None) -> Iterator[Reading]:
    """Read articles one by one, or in batches on an executor: a process pool, or anything else with its interface."""
    if executor is None:
        for document in documents:
            yield read_article(document, registry)
        return
    rest = iter(documents)
    batches = iter(lambda: tuple(islice(rest, _BATCH)), ())
    for done in executor.map(_read_batch, ((batch, registry) for batch in batches)):
        yield from done


def _read_batch(work: tuple[tuple[Document, ...], Registry]) -> list[Reading]:
    documents, registry = work
    return [read_article(document, registry) for document in documents]


def _joined(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Each article once, with the refs of every input that held it."""
    by_id: dict[str, Reading] = {}
    for reading in readings:
        known = by_id.get(reading.article.id)
        if known is not None:
            refs = tuple(dict.fromkeys((*known.article.refs, *reading.article.refs)))
            reading = known.model_copy(update={"article": known.article.model_copy(update={"refs": refs})})
        by_id[reading.article.id] = reading
    return tuple(by_id.values())


def owners(registry: Registry) -> dict[str, str]:
    """Who owns each outlet, where that is known; outlets that one state runs have that state as their owner."""
    known = {outlet.key: outlet.owner or (f"the state of {outlet.state}" if outlet.state else None) for outlet in registry.outlets}
    return {key: owner for key, owner in known.items() if owner}


def scores_of(
    items: Sequence[ClaimInContext],
    tracing: Tracing,
    method: Method,
    record_of: Callable[[str, str], SourceRecord],
    registry: Registry,
    *,
    on: date | None = None,
    beside: Mapping[str, Stand] | None = None,
) -> dict[str, Weighed]:
    """Every claim weighed, given its group, the conflicts that touch it, and the record of whoever is judged for it.

    `record_of` takes the key of a source and the group at hand, whose own verdict must not count.
    `on` is the day from which the age of a letter is counted. `beside` tells of claims in groups that were not
    traced how many independent origins say so.
    """
    stands = {**(beside or {}), **{claim: Stand(group.id, len(group.origins)) for group in tracing.groups for claim in group.claims}}
    groups = {claim: group for group in tracing.groups for claim in group.claims}
    outlets = {outlet.key: outlet for outlet in registry.outlets}
    touching: dict[str, list[int]] = {}
    for at, conflict in enumerate(tracing.conflicts):
        for claim in (conflict.a, conflict.b):
            if claim in groups:
                touching.setdefault(groups[claim].id, []).append(at)
    weighed = {}
    for item in items:
        group = groups[item.claim.id]
        conflicts = [tracing.conflicts[at] for at in dict.fromkeys(touching.get(group.id, ()))]
        key = judged_source(item.claim, item.article.outlet, group)
        record = record_of(key, group.id)
        weighed[item.claim.id] = weigh_claim(item, group, conflicts, method, record, outlets, on=on, stands=stands)
    return weighed
