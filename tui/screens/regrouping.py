"""Merges and splits as people ask for them: what to say before, and what came of it after."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from provenance.model.review import JournalEntry
from tui.outside import one_line
from tui.screens.decision_words import claims_in_words
from tui.screens.dialogs import AskLine
from tui.screens.judging import Judging

if TYPE_CHECKING:
    from provenance.desk import Desk

MARK_TWO = "mark what says the same with v, then m"
LISTED = 3
"""Wordings that a question shows."""
LONGEST = 150
"""Characters of each."""
PLACEHOLDER = "why (may stay empty)"


def ask_to_merge(told: Sequence[str], count: int, what: str) -> AskLine:
    """The question before a merge of claims or groups, with the wordings at hand."""
    return AskLine("Merge into one group", _listed(f"{count} {what}s that say the same:", told, count), PLACEHOLDER, enter="merges")


def ask_to_split(told: Sequence[str], count: int) -> AskLine:
    """The question before a split, with the wordings at hand."""
    words = "does not say the same as the others of its group:" if count == 1 else "do not say the same as the others of their group:"
    return AskLine("Split from the group", _listed(f"{claims_in_words(count)} {words}", told, count), PLACEHOLDER, enter="splits")


def _listed(words: str, told: Sequence[str], count: int) -> str:
    """Some words, and below them the first few wordings."""
    shown = [one_line(text) for text in told[:LISTED]]
    cut = [text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …" for text in shown]
    rest = [f"and {count - len(cut)} more"] if cut and count > len(cut) else []
    return "\n".join([words, *cut, *rest])


def merged_words(desk: "Desk", entry: JournalEntry) -> str:
    """What came of a merge: how large the group is now, and what stays apart because people said so."""
    group = set(desk.group_of(entry.claims[0].claim).claims)
    apart = sum(ref.claim not in group for ref in (*entry.claims, *entry.companions))
    held = f", {apart} set apart before {'stays' if apart == 1 else 'stay'} apart" if apart else ""
    return f"one group of {claims_in_words(len(group))}{held}"


def split_words(entry: JournalEntry) -> str:
    """What came of a split."""
    return f"{claims_in_words(len(entry.claims))} split from {len(entry.companions)} other{'' if len(entry.companions) == 1 else 's'}"


class Regrouping(Judging):
    """Merges and splits from the list of claims: of those that are marked, or of the one under the cursor."""

    def action_merge(self) -> None:
        """Merge the groups of the marked claims; with one marked, of that and the one under the cursor."""
        here, desk = self.claims.entry, self.app.desk
        claims = sorted(self.claims.marked | ({here.claim} if here is not None and len(self.claims.marked) == 1 else set()))
        if len(claims) < 2:
            self.say(MARK_TWO)
        else:
            question = ask_to_merge(self._told(claims), len(claims), "claim")
            self._ask(question, partial(desk.merge, claims), partial(merged_words, desk))

    def action_split(self) -> None:
        """Split the marked claims from their group, or the one under the cursor."""
        here, marked = self.claims.entry, sorted(self.claims.marked)
        claims = marked or ([here.claim] if here is not None else [])
        if claims:
            self._ask(ask_to_split(self._told(claims), len(claims)), partial(self.app.desk.split, claims), split_words)

    def _told(self, claims: Sequence[str]) -> list[str]:
        return [entry.text for claim in claims if (entry := self.claims.pages.of(claim)) is not None]

    def _ask(self, question: AskLine, decide: Callable[[str | None], JournalEntry], words: Callable[[JournalEntry], str]) -> None:
        async def work(why: str | None) -> None:
            written = await asyncio.wrap_future(self.write(partial(decide, why)))
            if written is not None and written.entry is not None:
                self.claims.marked.clear()
                said = await asyncio.to_thread(words, written.entry)
                self.reload()
                self.say(f"{said} {self.app.signs.dot} u undoes")

        def keep(why: str | None) -> None:
            if why is not None:
                self.run_worker(work(why or None), group="correct")

        self.app.push_screen(question, keep)
