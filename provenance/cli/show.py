"""`show` and `explain`: one claim with where it comes from, and one claim with the reasons for its score."""

from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli import debt
from provenance.cli.chosen import desk_of
from provenance.cli.claims import SHORT, published_by, standing_words
from provenance.cli.terminal import counted, exact_output, say
from provenance.cli.words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from provenance.model.article import PublicationBounds
    from provenance.model.chain import TraceNode
    from provenance.model.queue import ClaimCard
    from provenance.model.review import JournalEntry

ClaimId = Annotated[
    str, typer.Argument(metavar="CLAIM", help="The claim's id, or a beginning of it that no other claim has.", show_default=False)
]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(show)
    app.command()(explain)


def show(
    context: typer.Context,
    claim: ClaimId,
    output_format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or jsonl.")] = "text",
) -> None:
    """Show one claim: who says it, who else, and what differs. With everything that people decided about it."""
    if output_format not in ("text", "jsonl"):
        raise typer.BadParameter(f"“{output_format}” is not one of text, jsonl.", param_hint="--format")
    with desk_of(context) as desk:
        card = desk.card(desk.resolve(claim))
        owed = desk.debt_of(card.article)
    if output_format == "jsonl":
        from provenance.exporters.json_lines import card_record, json_line

        exact_output()
        print(json_line(card_record(card)), end="")
        return
    for part in (_head, _sources, _hedges, _origins, _echoes, _changes, _elsewhere, _against, _steps):
        for line in part(card):
            say(line)
    for line in ("", "How the article shows its sources", *debt.lines(owed), *_decisions(card)):
        say(line)


def explain(context: typer.Context, claim: ClaimId) -> None:
    """Explain a claim's score, step by step. Each step with its reason and the words it rests on, and what would change it."""
    from provenance.scoring.explain import lines

    with desk_of(context) as desk:
        card = desk.card(desk.resolve(claim))
    for line in (*_head(card), "", *lines(card.score)):
        say(line)


def _head(card: "ClaimCard") -> "Iterator[str]":
    article, masthead = card.article, card.article.masthead
    yield f"Claim {card.claim.id}   {card.entry.grade}   {standing_words(card.entry)}"
    yield ""
    yield card.claim.text
    yield ""
    through = f", taken from {masthead.republished_name or masthead.republished_from}" if masthead.republished_from else ""
    yield f"Published by {article.outlet_name}{through} ({masthead.outlet_basis})"
    yield f"Published on {days_in_words(masthead.published)}"
    if masthead.title:
        yield f"Headline     {masthead.title}"
    if article.text_status.value != "as_published":
        how = "is a translation" if article.text_status.value == "translated" else "restates the article in other words"
        yield f"The text at hand {how}; nothing in it may be quoted as the outlet's wording."
    for note in article.notes:
        yield f"Note         {note}"


def names_on(card: "ClaimCard") -> dict[str, str]:
    """What people read for each key on a card; programs get the keys from `--format jsonl`."""
    names = {"unknown": "publisher unknown"}
    nodes = list(card.tree)
    while nodes:
        node = nodes.pop()
        if node.label != node.key:
            names[node.key] = node.label
        nodes.extend(node.children)
    names.update((entry.outlet, entry.outlet_name) for entry in (card.entry, *card.members, *(other for _, other in card.conflicts)))
    names.update((origin.key, origin.name) for origin in card.group.origins)
    names.update((a.origin, a.origin_name) for a in card.claim.attributions if a.origin and a.origin_name)
    return names


def named(key: str, names: "Mapping[str, str]") -> str:
    """The words for a key; for an unnamed source those that say in whose article it speaks."""
    if key in names:
        return names[key]
    what, at, where = key.partition("@")
    outlet = where.partition(":")[0]
    words = what.replace("-", " ")
    return f"{words} (in {names.get(outlet, outlet.replace('-', ' '))})" if at else words


def _sources(card: "ClaimCard") -> "Iterator[str]":
    claim, names = card.claim, names_on(card)
    yield ""
    yield "Who says it"
    if not claim.attributions:
        yield f"  Nobody is named: {in_words(claim.sourcing_type.value)}."
    for attribution in claim.attributions:
        words = " … ".join(f"“{claim.words(span)}”" for span in attribution.source if claim.words(span))
        origin = attribution.origin_name or (named(attribution.origin, names) if attribution.origin else "no origin shown")
        yield f"  {origin}, {in_words(attribution.sourcing_type.value)}{f', in the words {words}' if words else ''}"
        yield f"    chain: {' ← '.join(named(key, names) for key in attribution.chain)}"
        carried = "carried over from another sentence; " if attribution.carried_over else ""
        yield f"    {carried}found by the rule {attribution.rule}, confidence {attribution.confidence:.2f}"
    if claim.corrected:
        yield "  A person has corrected this attribution."


def _hedges(card: "ClaimCard") -> "Iterator[str]":
    if card.claim.hedges:
        yield ""
        yield "Weakened by"
    for hedge in card.claim.hedges:
        yield f"  “{card.claim.words(hedge.span)}” ({in_words(hedge.kind.value)})"


def _origins(card: "ClaimCard") -> "Iterator[str]":
    yield ""
    yield "Where it comes from"
    for root in card.tree:
        yield from _branch(root, 1)
    group, names = card.group, names_on(card)
    yield f"  {counted(len(group.origins), 'independent origin')}, {counted(len(group.outlets), 'outlet')}"
    if group.parties_only:
        yield "  Only parties to the event say so."
    if group.adversaries_agree:
        yield "  Opposing parties say the same."
    for collapse in group.collapsed:
        sure = "inferred, because" if collapse.rule.inferred else "because"
        yield f"  counted once: {collapse.claim[:SHORT]} with {named(collapse.into, names)}, {sure} {collapse.reason}"
    for presumed in group.presumed:
        yield f"  perhaps from {presumed.name} (inferred): {presumed.claim[:SHORT]}, because {presumed.reason}"


def _echoes(card: "ClaimCard") -> "Iterator[str]":
    from provenance.model.changes import MOST_SHOWN

    group = card.group
    texts = {member.claim: member.text for member in card.members}
    if group.suspected_echoes:
        yield ""
        yield "Suspected echoes (inferred from the words)"
    own = sorted(group.suspected_echoes, key=lambda echo: card.claim.id not in (echo.claim, echo.of))
    for echo in own[:MOST_SHOWN]:
        yield f"  {echo.claim[:SHORT]}  {texts.get(echo.claim, '')}"
        yield f"    {echo.reason}"
        yield f"    {echo.of[:SHORT]}  {texts.get(echo.of, '')}"
    if len(own) > MOST_SHOWN:
        yield f"  and {counted(len(own) - MOST_SHOWN, 'further claim')}"


def _changes(card: "ClaimCard") -> "Iterator[str]":
    from provenance.model.changes import MOST_SHOWN, by_reports

    if card.changes:
        yield ""
        yield "What changed on the way"
    outlets = {member.claim: member.outlet_name for member in card.members}
    pairs = by_reports(card.changes, card.claim.id)
    for changes in pairs[:MOST_SHOWN]:
        first = changes[0]
        places = [f"{claim[:SHORT]} ({outlets.get(claim, 'publisher unknown')})" for claim in (first.earlier, first.later)]
        yield f"  {places[0]} {'to' if first.ordered else 'and, in which order is not known,'} {places[1]}"
        for change in changes:
            yield f"    {in_words(change.kind.value)}: {change.in_words}"
    if len(pairs) > MOST_SHOWN:
        yield f"  and in {counted(len(pairs) - MOST_SHOWN, 'further report')}"


def _steps(card: "ClaimCard") -> "Iterator[str]":
    if card.steps:
        yield ""
        yield "What would settle it"
    for step in card.steps:
        yield f"  {step.look_for}"
        yield f"    because {step.reason}"


def _branch(node: "TraceNode", depth: int) -> "Iterator[str]":
    marks = [
        in_words(node.sourcing_type.value) if node.sourcing_type else "",
        node.relation,
        "echo" if node.echo else "",
        "denies it" if node.denial else "",
        f"inferred: {node.inferred}" if node.inferred else "",
        "◀ this claim" if node.is_this else "",
    ]
    yield f"{'  ' * depth}{node.label}  {' · '.join(mark for mark in marks if mark)}".rstrip()
    for child in node.children:
        yield from _branch(child, depth + 1)


def _elsewhere(card: "ClaimCard") -> "Iterator[str]":
    others = [member for member in card.members if member.claim != card.claim.id]
    if others:
        yield ""
        yield "Who else says it"
    for member in others:
        yield f"  {member.claim[:SHORT]}  {published_by(member)}: {member.text}"


def _against(card: "ClaimCard") -> "Iterator[str]":
    if card.conflicts:
        yield ""
        yield "What differs"
    told: set[tuple[str, str]] = set()
    # Of what speaks against several wordings of the group, the one against this very claim is told, and once.
    for conflict, other in sorted(card.conflicts, key=lambda pair: card.claim.id not in (pair[0].a, pair[0].b)):
        if (other.claim, conflict.kind.value) in told:
            continue
        told.add((other.claim, conflict.kind.value))
        yield f"  {other.claim[:SHORT]}  {published_by(other)}: {other.text}"
        yield f"    {in_words(conflict.kind.value)}, {conflict.severity.value}: {conflict.reason}"
        if conflict.reconcile:
            yield f"    Both could be true: {conflict.reconcile}"


def _decisions(card: "ClaimCard") -> "Iterator[str]":
    if card.journal:
        yield ""
        yield "What people decided"
    for entry in card.journal:
        yield f"  {entry.at:%Y-%m-%d %H:%M}  {entry.reviewer}: {entry_in_words(entry)}"


def entry_in_words(entry: "JournalEntry") -> str:
    """A journal entry on one line."""
    said = [in_words(entry.verdict.value) if entry.verdict else in_words(entry.action.value)]
    if entry.letter is not None:
        said.append(f"{entry.source}: {entry.letter.value}")
    if entry.undoes is not None:
        said.append(f"(entry {entry.undoes})")
    if len(entry.claims) > 1:
        said.append(f"(with {counted(len(entry.claims) - 1, 'further claim')})")
    if entry.companions and entry.undoes is None:
        said.append(f"({'from' if entry.action.value == 'split' else 'bringing along'} {counted(len(entry.companions), 'other')})")
    if entry.note:
        said.append(f"“{entry.note}”")
    return " ".join([*said, *entry.evidence])


def days_in_words(bounds: "PublicationBounds | None") -> str:
    """Publication bounds as people read them, with what they rest on."""
    if bounds is None or (bounds.earliest is None and bounds.latest is None):
        return "an unknown day" + (f" ({'; '.join(bounds.basis)})" if bounds else "")
    basis = "; ".join(bounds.basis)
    if bounds.exact:
        return f"{bounds.earliest} ({basis})"
    return f"a day {f'from {bounds.earliest} ' if bounds.earliest else ''}{f'to {bounds.latest} ' if bounds.latest else ''}({basis})"
