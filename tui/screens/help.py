"""The help: every key of the screen one came from, read off its bindings, and every sign with its meaning."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from provenance.model.chain import ConflictStatus
from tui.look import SHORT_TYPE_WORDS, STANDING_WORDS, VERDICT_WORDS, Signs, type_word
from tui.screens.asking import Dialog
from tui.session import DeskApp
from tui.widgets.article_view import legend
from tui.widgets.pane import hanging

KEY_WIDTH = 16


def bindings_of(node: DOMNode) -> list[Binding]:
    """The bindings that a screen, a widget or the app declares itself, in their order, inherited ones of ours included."""
    found: dict[tuple[str, str], Binding] = {}
    for kind in reversed(type(node).__mro__):
        if kind.__module__.startswith("tui."):
            for binding in kind.__dict__.get("BINDINGS", ()):
                if isinstance(binding, Binding):
                    found[binding.key, binding.action] = binding
    return list(found.values())


def shown_keys(binding: Binding, signs: Signs) -> str:
    """A binding's keys for people."""
    if binding.key_display:
        return binding.key_display
    names = {
        "enter": signs.enter,
        "space": "space",
        "escape": "esc",
        "pagedown": "PgDn",
        "pageup": "PgUp",
        "plus": "+",
        "question_mark": "?",
    }
    arrows = {} if signs.ascii else {"up": "↑", "down": "↓", "left": "←", "right": "→"}
    return " ".join((names | arrows).get(key, key) for key in binding.key.split(","))


def grouped(bindings: Iterable[Binding]) -> dict[str, list[Binding]]:
    """Bindings under the heading of their group."""
    groups: dict[str, list[Binding]] = {}
    for binding in bindings:
        groups.setdefault(binding.group.description if binding.group else "Everywhere", []).append(binding)
    return groups


class HelpScreen(ModalScreen[None]):
    """Keys and signs."""

    app = getters.app(DeskApp)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q", "close", "Close the help", key_display="esc")]

    def __init__(self, behind: Screen[object]) -> None:
        super().__init__()
        self.behind = behind

    def compose(self) -> ComposeResult:
        """One text to scroll."""
        with Dialog("Keys and signs", "esc closes · arrows scroll") as dialog:
            dialog.can_focus = True
            yield Static(self.words(), markup=False)

    def words(self) -> Content:
        """Everything, group by group."""
        signs = self.app.signs
        nodes: list[DOMNode] = [self.behind, *self.behind.query("ChainPane"), self.app]
        lines: list[Content] = []
        for group, bindings in grouped(binding for node in nodes for binding in bindings_of(node)).items():
            lines += [Content.assemble((group, "bold"))]
            if bindings[0].group is not None and bindings[0].group.compact:
                lines += self._row(" ".join(shown_keys(binding, signs) for binding in bindings), Content(bindings[0].tooltip))
            else:
                for binding in bindings:
                    tail = f", {binding.tooltip}" if binding.tooltip else ""
                    lines += self._row(shown_keys(binding, signs), Content.assemble(binding.description, (tail, "$muted")))
            lines.append(Content(""))
        lines.append(Content.assemble(("Signs", "bold")))
        for standing, (word, meaning) in STANDING_WORDS.items():
            sign = signs.standing(standing)
            lines.append(_row(f"{sign} {word}", meaning, f"$standing-{standing.value.replace('_', '-')}"))
        lines.append(
            _row(f"{signs.conflict(ConflictStatus.RECONCILABLE)} reconcilable", "both can be true: another scope, time or precision")
        )
        for letter, word in VERDICT_WORDS.values():
            lines.append(_row(letter, f"your verdict: {word}"))
        lines.append(_row("S/r", "another reviewer has given another verdict"))
        lines.append(_row(signs.unreviewed, "waits for your verdict"))
        lines.append(_row(signs.marked, "marked with v"))
        lines.append(
            _row(
                "A … F, 1 … 6".replace("…", "-" if signs.ascii else "–"),
                "source and information, judged apart; F and 6 mean unknown, not bad",
            )
        )
        lines.append(_row("(Jan 2020)", "a day in brackets is inferred, and not known more exactly"))
        lines.append(_row("13 Jan 2020?", "other articles of the group are of an unknown day"))
        lines.append(Content.assemble("  In the article  ".ljust(18), legend()))
        lines += [Content(""), Content.assemble(("Sourcing, and its word in a narrow list", "bold"))]
        for kind, short in SHORT_TYPE_WORDS.items():
            lines += self._row(short, Content.assemble(f"{type_word(kind)}: ", (kind.definition, "$muted")))
        return Content("\n").join(lines)

    def _row(self, keys: str, words: Content) -> list[Content]:
        """Keys, and beside them what they do, in as many lines as that takes."""
        first, *rest = hanging(words, 0, min(68, self.app.size.width - 12) - KEY_WIDTH)
        return [Content.assemble(("  " + keys).ljust(KEY_WIDTH), first), *(line.pad_left(KEY_WIDTH) for line in rest)]

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)


def _row(sign: str, words: str, style: str = "") -> Content:
    return Content.assemble(("  " + sign.ljust(KEY_WIDTH), style), words)
