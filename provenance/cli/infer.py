"""`sources infer`: whom the claims alone suggest to believe where sources conflict; a suggestion, never a verdict."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.chosen import desk_of
from provenance.cli.claims import SHORT
from provenance.cli.records import ListFormat, checked_list_format, write_records
from provenance.cli.terminal import counted, on_one_line, print_table, say, tell
from provenance.cli.words import in_words

if TYPE_CHECKING:
    from provenance.desk.believing import SuggestedValue, Suggestion, SuspectedCopying
    from provenance.tracing import Dispute

_KEYS = (
    *("part", "object", "kind", "about", "groups", "value", "probability", "suggested"),
    *("sources", "objects", "accuracy", "low", "high", "same", "same_false", "copier"),
)


def add_to(app: typer.Typer) -> None:
    """Add the command to `sources`."""
    app.command("infer")(infer)


def infer(
    context: typer.Context,
    limit: Annotated[
        int, typer.Option("--limit", metavar="NUMBER", min=1, help="How many rows of each kind at most; csv and jsonl always give all.")
    ] = 20,
    output_format: ListFormat = "table",
) -> None:
    """Suggest whom to believe where sources conflict. From the claims alone, copying discounted; no verdict, and it moves no score."""
    checked_list_format(output_format)
    with desk_of(context) as desk:
        found = desk.suggestion()
    if not found.enough:
        tell(
            f"Nothing is suggested: sources tell {counted(found.objects, 'matter')} differently here, and it takes {found.least} "
            "(inference.objects in the method) to tell how accurate a source is."
        )
    if output_format != "table":
        write_records(output_format, _KEYS, _records(found))
        return
    if found.enough:
        _print(found, limit)


def _print(found: "Suggestion", limit: int) -> None:
    say(
        f"A suggestion from the claims alone, not a verdict; no score moves by it. It rests on {counted(found.objects, 'matter')} "
        f"that {counted(len(found.sources), 'source')} tell differently."
    )
    if not found.settled:
        say("The estimate did not come to rest: take its figures for rough.")
    for of in found.values[:limit]:
        for line in _matter(of, found.names):
            say(line)
    _more(len(found.values), limit)
    say()
    say("How accurate each source seems, beside nothing but what the others say")
    print_table(
        ("Source", "Key", "Matters", "Accuracy", "Between"),
        (
            (found.names[s.source], s.source, str(s.claims), f"{s.accuracy:.2f}", f"{s.interval().low:.2f} and {s.interval().high:.2f}")
            for s in found.sources[:limit]
        ),
        wide="Source",
        right=("Matters", "Accuracy"),
    )
    _more(len(found.sources), limit)
    say()
    say("Who seems to copy" if found.copying else "No pair of sources seems to copy.")
    for pair in found.copying[:limit]:
        for line in _copying(pair, found.names):
            say(line)
    _more(len(found.copying), limit)


def _more(number: int, limit: int) -> None:
    if number > limit:
        tell(f"{limit} of {number}; --limit {number} lists all.")


def _matter(of: "SuggestedValue", names: "Mapping[str, str]") -> "Iterator[str]":
    yield ""
    yield f"{_named(of.dispute)}, groups {' '.join(group[:SHORT] for group in of.dispute.groups)}: {on_one_line(of.wording)}"
    for place, value in enumerate(of.finding.values):
        mark = "perhaps" if place == 0 and not of.finding.undecided else ""
        yield f"  {mark:<8}{_credible(value.probability):>5}  {on_one_line(value.value)}  ({_sources(value.sources, names)})"
    if of.finding.undecided:
        yield "  Undecided: two values are equally credible."


def _copying(pair: "SuspectedCopying", names: "Mapping[str, str]") -> "Iterator[str]":
    finding = pair.finding
    likely, pair_names = _credible(finding.probability), _sources(finding.sources, names)
    who = f"; {names[finding.copier]} copies" if finding.copier else "; which of the two, or both from a third, cannot be told"
    yield (
        f"  {likely:>5}  {pair_names}{who}. They agree on {finding.same} of {finding.shared} matters, "
        f"of which {finding.same_false:.1f} are expected to be false"
    )
    for dispute, value, probability in pair.shared:
        yield f"        {_named(dispute)} {dispute.groups[0][:SHORT]}: {on_one_line(value)} (credible {_credible(probability)})"


def _credible(probability: float) -> str:
    """A probability as people read it: none is shown as certain."""
    return "> .99" if probability > 0.99 else "< .01" if probability < 0.01 else f"{probability:.2f}"


def _named(dispute: "Dispute") -> str:
    return f"{in_words(dispute.kind.value)} ({dispute.about})" if dispute.about else in_words(dispute.kind.value)


def _sources(keys: "Sequence[str]", names: "Mapping[str, str]") -> str:
    return "; ".join(on_one_line(names[key]) for key in keys)


def _records(found: "Suggestion") -> "Iterator[dict[str, object]]":
    """Every value, source and pair for other programs; sources by their keys."""
    blank: dict[str, object] = dict.fromkeys(_KEYS)
    for of in found.values:
        about = {"object": of.dispute.key, "kind": of.dispute.kind.value, "about": of.dispute.about, "groups": list(of.dispute.groups)}
        for place, value in enumerate(of.finding.values):
            said = {"value": value.value, "probability": value.probability, "sources": list(value.sources)}
            yield {**blank, "part": "value", **about, **said, "suggested": place == 0 and not of.finding.undecided}
    for source in found.sources:
        low, high = source.interval()
        figures = {"objects": source.claims, "accuracy": round(source.accuracy, 4), "low": round(low, 4), "high": round(high, 4)}
        yield {**blank, "part": "source", "sources": [source.source], **figures}
    for pair in found.copying:
        finding = pair.finding
        counts = {"objects": finding.shared, "same": finding.same, "same_false": finding.same_false, "copier": finding.copier}
        shared = " | ".join(f"{dispute.key}: {value}" for dispute, value, _ in pair.shared)
        yield {**blank, "part": "copying", "sources": list(finding.sources), "probability": finding.probability, **counts, "value": shared}
