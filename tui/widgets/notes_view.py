"""What people have decided and noted about a claim, oldest first; what was taken back stays readable and is marked."""

from textual.content import Content

from provenance.model.queue import ClaimCard
from provenance.model.review import Action, JournalEntry
from tui.look import ACTION_WORDS, VERDICT_WORDS, Signs, type_word
from tui.outside import outside
from tui.widgets.pane import hanging


def notes_view(card: ClaimCard, width: int, signs: Signs) -> Content:
    """The claim's journal; or how to write the first note."""
    taken_back = {entry.undoes for entry in card.journal if entry.action is Action.UNDO}
    taken_back -= {entry.undoes for entry in card.journal if entry.action is Action.REDO}
    lines: list[Content] = []
    for entry in card.journal:
        if entry.action in (Action.UNDO, Action.REDO):
            continue
        head = f"{entry.at.day} {entry.at:%b %H:%M} {outside(entry.reviewer, signs)}: {_what(entry)}"
        undone = entry.id in taken_back
        lines += hanging(Content.assemble((head + (" (taken back)" if undone else ""), "$muted" if undone else "")), 0, width)
        if entry.note:
            for line in outside(entry.note, signs).split("\n"):
                lines += hanging(line, 2, width)
        for address in entry.evidence:
            lines += hanging(outside(address, signs), 2, width)
    return Content("\n").join(lines) if lines else Content.assemble(("Nothing yet. w writes a note.", "$muted"))


def _what(entry: JournalEntry) -> str:
    if entry.verdict is not None:
        return VERDICT_WORDS[entry.verdict][1]
    if entry.attribution is not None and entry.attribution.sourcing_type is not None:
        return f"{ACTION_WORDS[entry.action]}: {type_word(entry.attribution.sourcing_type)}"
    return ACTION_WORDS[entry.action]
