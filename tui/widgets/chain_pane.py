"""The tree pane: a cursor walks over the knots, opens the claim at one, or holds two origins apart."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from provenance.model.chain import Collapse
from provenance.model.queue import ClaimCard
from tui.look import UNICODE, Signs
from tui.widgets.chain_view import Knot, chain_summary, chain_view, collapse_of, knots
from tui.widgets.pane import Pane, stacked


class ChainPane(Pane):
    """Where it comes from."""

    TREE = Binding.Group("In the tree")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "walk(1)", "Next knot", group=TREE),
        Binding("up", "walk(-1)", "Previous knot", group=TREE),
        Binding("enter", "go", "To the claim at this knot", group=TREE),
    ]

    class Chosen(Message):
        """The claim at a knot shall be shown."""

        def __init__(self, claim: str) -> None:
            super().__init__()
            self.claim = claim

    class HoldApart(Message):
        """A collapse is to be rejected."""

        def __init__(self, collapse: Collapse) -> None:
            super().__init__()
            self.collapse = collapse

    class Nothing(Message):
        """A key meant nothing here; the words say why."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    card: ClaimCard | None = None
    at = 0

    def show_card(self, card: ClaimCard, signs: Signs, above: Callable[[int], list[Content]], *, same: bool) -> None:
        """Draw another claim's tree, under the lines that `above` gives for a width."""
        self.card = card
        if not same:
            found = knots(card.tree, signs)
            self.at = next((place for place, knot in enumerate(found) if knot.node.is_this), 0)
        self.show(
            lambda width: stacked(*above(width), chain_view(card, width, signs, self.at if self.has_focus else None, self.at)),
            subtitle=chain_summary(card, signs),
            top=None if same else 0,
        )

    def on_focus(self) -> None:
        """The cursor comes into sight."""
        self.redraw()

    def on_blur(self) -> None:
        """And goes."""
        self.redraw()

    @property
    def knot(self) -> Knot | None:
        """The knot under the cursor."""
        found = knots(self.card.tree, UNICODE) if self.card else []
        return found[self.at] if self.at < len(found) else None

    def action_walk(self, by: int) -> None:
        """Down or up the tree; at its end the pane scrolls on."""
        count = len(knots(self.card.tree, UNICODE)) if self.card else 0
        if 0 <= self.at + by < count:
            self.at += by
            self.redraw()
        else:
            self.scroll_relative(y=by, animate=False)

    def action_go(self) -> None:
        """Show the claim at this knot."""
        knot = self.knot
        if knot is not None and knot.node.claim:
            self.post_message(self.Chosen(knot.node.claim))
        else:
            self.post_message(self.Nothing("no claim in the archive stands at this knot"))

    def hold_apart(self) -> None:
        """Ask for a reason to hold the origins at this knot apart."""
        knot = self.knot
        collapse = collapse_of(knot, self.card) if knot is not None and self.card is not None else None
        if collapse is None:
            self.post_message(self.Nothing("nothing was counted as one origin at this knot"))
        else:
            self.post_message(self.HoldApart(collapse))
