"""A list of choices with counts, each of which can be ticked."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.look import signs_of


class Tick(NamedTuple):
    """A choice: its value, its words, how many claims it leaves, and whether it is ticked."""

    value: str
    words: str
    claims: int
    ticked: bool


class TickList(OptionList):
    """Choices one below the other; a box, a count, words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "Tick"),
        Binding("enter", "screen.keep", "Apply"),
    ]

    class Ticked(Message):
        """A choice was ticked, or no longer is."""

        def __init__(self, ticks: "TickList", value: str) -> None:
            super().__init__()
            self.ticks, self.value = ticks, value

    def __init__(self, title: str, choices: Sequence[Tick], *, id: str) -> None:
        super().__init__(id=id)
        self.choices = list(choices)
        self.border_title = Content(title)

    def on_mount(self) -> None:
        """Draw the choices."""
        self.add_options(Option(self._line(choice)) for choice in self.choices)
        self.highlighted = 0 if self.choices else None

    def _line(self, choice: Tick) -> Content:
        mark = signs_of(self).checked if choice.ticked else " "
        return Content.assemble((f"[{mark}]", "bold" if choice.ticked else "$muted"), f"{choice.claims:>7,}  ", choice.words)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The values that are ticked."""
        return tuple(choice.value for choice in self.choices if choice.ticked)

    def untick(self, values: Iterable[str]) -> None:
        """Take ticks away."""
        for place, choice in enumerate(self.choices):
            if choice.ticked and choice.value in values:
                self._put(place, choice._replace(ticked=False))

    def _put(self, place: int, choice: Tick) -> None:
        self.choices[place] = choice
        self.replace_option_prompt_at_index(place, self._line(choice))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Space and a click tick; enter belongs to the window around."""
        event.stop()
        choice = self.choices[event.option_index]
        self._put(event.option_index, choice._replace(ticked=not choice.ticked))
        if not choice.ticked:
            self.post_message(self.Ticked(self, choice.value))
