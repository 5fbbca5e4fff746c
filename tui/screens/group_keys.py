"""The keys of the Groups screen, in the order and the groups in which the help lists them."""

from textual.binding import Binding, BindingType

from tui.widgets.key_line import Key

DECIDE = Binding.Group("Say what belongs together")
BACK = Binding.Group("Take back")
MOVE = Binding.Group("Move in the list that has the focus")
LOOK = Binding.Group("Look closer")

GROUP_KEYS: list[BindingType] = [
    Binding("v", "mark", "Mark this row", tooltip="groups to merge, or claims to split from their group", group=DECIDE),
    Binding("m", "merge", "Merge the marked groups", tooltip="they say the same; with one marked, that and the one at hand", group=DECIDE),
    Binding("M", "split", "Split claims from the group", tooltip="the marked ones, or the one at hand, say something else", group=DECIDE),
    Binding("u", "undo", "Undo", tooltip="without limit, across restarts", group=BACK),
    Binding("ctrl+r", "redo", "Redo", group=BACK),
    Binding("j,down", "move(1)", "Next row", group=MOVE),
    Binding("k,up", "move(-1)", "Previous row", group=MOVE),
    Binding("g,home", "move_to_end(False)", "First row", group=MOVE),
    Binding("G,end", "move_to_end(True)", "Last row", group=MOVE),
    Binding("pagedown", "page(1)", "A page on", group=MOVE),
    Binding("pageup", "page(-1)", "A page back", group=MOVE),
    Binding("tab", "turn(1)", "Wordings, claims, groups", group=LOOK, priority=True),
    Binding("shift+tab", "turn(-1)", "Claims, wordings, groups", group=LOOK, priority=True),
    Binding("enter", "list_claims", "To the claims of the group", tooltip="in the list where they are judged", group=LOOK),
    Binding("space", "read_on", "Read on in the wordings", group=LOOK),
    Binding("z", "zoom", "Zoom wordings or claims", group=LOOK),
    Binding("f", "next_standing", "Next standing", tooltip="all, then contested and each of the others", group=LOOK),
    Binding("escape", "back", "Back", key_display="esc", tooltip="out of zoom, focus, marks; then to the claims", group=LOOK),
]
DECISION_KEYS = (Key("v", "mark", "mark"), Key("m", "merge", "merge"), Key("M", "split", "split"), Key("u", "undo", "undo"))
FOOT_KEYS = (
    Key("?", "Help", "app.help"),
    Key("tab", "Wordings, claims", "turn(1)"),
    Key("enter", "Judge them", "list_claims"),
    Key("f", "Standing", "next_standing"),
    Key("z", "Zoom", "zoom"),
    Key("1", "Claims", "app.claims"),
    Key("q", "Quit", "app.quit"),
)
