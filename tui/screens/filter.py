"""The filter panel: what each choice would leave, to tick."""

from textual.app import ComposeResult
from textual.containers import Grid

from provenance.model.chain import Standing
from provenance.model.queue import ClaimQuery, Facets
from provenance.model.review import Verdict
from tui.look import STANDING_WORDS, TYPES, VERDICT_WORDS, type_word
from tui.outside import one_line, outside
from tui.screens.asking import Asking, Dialog
from tui.widgets.tick_list import Tick, TickList


class FilterDialog(Asking[ClaimQuery]):
    """Four lists to tick; nothing ticked in a list leaves it open."""

    DEFAULT_CSS = """
    FilterDialog Dialog { width: 90; height: 90%; max-height: 34; padding: 0 1; }
    FilterDialog Grid { grid-size: 2 2; grid-rows: 1fr 1fr; grid-columns: 1fr 1fr; height: 1fr; }
    FilterDialog TickList { height: 1fr; }
    """

    def __init__(self, facets: Facets, query: ClaimQuery) -> None:
        super().__init__()
        self.facets, self.query_before = facets, query

    def compose(self) -> ComposeResult:
        """Standing, sourcing, outlet, verdict."""
        signs, query, facets = self.app.signs, self.query_before, self.facets
        standings = [Tick(s.value, f"{signs.standing(s)} {STANDING_WORDS[s][0]}", n, s in query.standings) for s, n in facets.standings]
        types = [Tick(t.value, type_word(t), n, t in query.types) for t, n in facets.types if n or t in query.types]
        outlets = [Tick(key, outside(one_line(name), signs), n, key in query.outlets) for key, name, n in facets.outlets]
        verdicts = [
            Tick(
                v.value if v else "",
                VERDICT_WORDS[v][1] if v else "not reviewed",
                n,
                v in query.verdicts or (v is None and query.reviewed is False),
            )
            for v, n in facets.verdicts
        ]
        with Dialog("Filter", "space ticks · tab next list · enter applies · esc drops"), Grid():
            yield TickList("Standing", standings, id="standings")
            yield TickList("Sourcing", types, id="types")
            yield TickList("Outlet", outlets, id="outlets")
            yield TickList("Verdict", verdicts, id="verdicts")

    def action_keep(self) -> None:
        """Give the query with what is ticked."""
        ticked = {ticks.id: ticks.ticked for ticks in self.query(TickList)}
        verdicts = ticked["verdicts"]
        self.dismiss(
            self.query_before.model_copy(
                update={
                    "standings": tuple(Standing(value) for value in ticked["standings"]),
                    "types": tuple(TYPES[value] for value in ticked["types"]),
                    "outlets": ticked["outlets"],
                    "verdicts": tuple(Verdict(value) for value in verdicts if value),
                    "reviewed": False if verdicts == ("",) else None,
                }
            )
        )

    def on_tick_list_ticked(self, event: TickList.Ticked) -> None:
        """`Not reviewed` and a verdict exclude each other."""
        if event.ticks.id == "verdicts":
            event.ticks.untick([value for value in event.ticks.ticked if bool(value) != bool(event.value)])
