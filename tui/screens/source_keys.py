"""The keys of the Sources screen, in the order and the groups in which the help lists them."""

from textual.binding import Binding, BindingType

from tui.widgets.key_line import Key

DECIDE = Binding.Group("Say how far it can be trusted")
BACK = Binding.Group("Take back")
MOVE = Binding.Group("Move in the list that has the focus")
LOOK = Binding.Group("Look closer")

SOURCE_KEYS: list[BindingType] = [
    Binding("g", "grade", "Set a letter", tooltip="A to E with its reason; F withdraws it", group=DECIDE),
    Binding("u", "undo", "Undo", tooltip="without limit, across restarts", group=BACK),
    Binding("ctrl+r", "redo", "Redo", group=BACK),
    Binding("j,down", "move(1)", "Next row", group=MOVE),
    Binding("k,up", "move(-1)", "Previous row", group=MOVE),
    Binding("home", "move_to_end(False)", "First row", group=MOVE),
    Binding("G,end", "move_to_end(True)", "Last row", group=MOVE),
    Binding("pagedown", "page(1)", "A page on", group=MOVE),
    Binding("pageup", "page(-1)", "A page back", group=MOVE),
    Binding("tab", "turn(1)", "What is known, claims, sources", group=LOOK, priority=True),
    Binding("shift+tab", "turn(-1)", "Claims, what is known, sources", group=LOOK, priority=True),
    Binding("enter", "list_claims", "To the claims of the source", tooltip="in the list where they are judged", group=LOOK),
    Binding("space", "read_on", "Read on in what is known", group=LOOK),
    Binding("z", "zoom", "Zoom what is known, or the claims", group=LOOK),
    Binding("slash", "search", "Search", key_display="/", tooltip="a name or a part of it", group=LOOK),
    Binding("escape", "back", "Back", key_display="esc", tooltip="out of zoom, focus, search; then to the claims", group=LOOK),
]
GRADE_KEYS = (Key("g", "set a letter", "grade"), Key("u", "undo", "undo"))
FOOT_KEYS = (
    Key("?", "Help", "app.help"),
    Key("/", "Search", "search"),
    Key("g", "Letter", "grade"),
    Key("enter", "Its claims", "list_claims"),
    Key("tab", "Known, claims", "turn(1)"),
    Key("z", "Zoom", "zoom"),
    Key("1", "Claims", "app.claims"),
    Key("q", "Quit", "app.quit"),
)
