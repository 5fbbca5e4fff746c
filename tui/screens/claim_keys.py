"""The keys of the Claims screen, in the order and the groups in which the help lists them."""

from textual.binding import Binding, BindingType

from provenance.model.review import Verdict
from tui.look import VERDICT_WORDS

JUDGE = Binding.Group("Judge")
MOVE = Binding.Group("Move")
LOOK = Binding.Group("Look closer")
CHOOSE = Binding.Group("Choose what to see")
CORRECT = Binding.Group("Note and set right")


def _verdict_keys() -> list[Binding]:
    keys = []
    for verdict in Verdict:
        letter, word = VERDICT_WORDS[verdict]
        keys.append(
            Binding(letter.lower(), f"judge('{verdict.value}')", word.capitalize(), tooltip="then on to the next unreviewed", group=JUDGE)
        )
    for verdict in Verdict:
        letter, word = VERDICT_WORDS[verdict]
        keys.append(
            Binding(
                letter,
                f"judge('{verdict.value}', True)",
                f"{word.capitalize()}, echoes too",
                tooltip="this claim and all that show the same origin; one undo for all",
                group=JUDGE,
            )
        )
    return keys


CLAIM_KEYS: list[BindingType] = [
    *_verdict_keys(),
    Binding("u", "undo", "Undo", tooltip="without limit, across restarts", group=JUDGE),
    Binding("ctrl+r", "redo", "Redo", group=JUDGE),
    Binding("v", "mark", "Mark this claim", tooltip="a verdict then goes to all that are marked", group=JUDGE),
    Binding("n", "next_unreviewed", "Next unreviewed", group=MOVE),
    Binding("p", "next_unreviewed(True)", "Previous unreviewed", group=MOVE),
    Binding("j,down", "move(1)", "Next claim", group=MOVE),
    Binding("k,up", "move(-1)", "Previous claim", group=MOVE),
    Binding("g,home", "move_to_end(False)", "First claim", group=MOVE),
    Binding("G,end", "move_to_end(True)", "Last claim", group=MOVE),
    Binding("pagedown", "page(1)", "A page on", group=MOVE),
    Binding("pageup", "page(-1)", "A page back", group=MOVE),
    Binding("enter", "read", "Read the whole article", group=LOOK),
    Binding("tab", "turn(1)", "Next pane", group=LOOK, priority=True),
    Binding("shift+tab", "turn(-1)", "Previous pane", group=LOOK, priority=True),
    Binding("space", "read_on", "Read on in the pane", group=LOOK),
    Binding("z", "zoom", "Zoom the pane", group=LOOK),
    Binding("b", "open_page", "Open the article's page", tooltip="in the browser", group=LOOK),
    Binding("y", "copy", "Copy a citation", group=LOOK),
    Binding(
        "slash", "search", "Search", key_display="/", tooltip="words like outlet:baladi standing:single type:anonymous filter", group=CHOOSE
    ),
    Binding("f", "filter", "Filter", tooltip="with counts", group=CHOOSE),
    Binding("o", "order", "Next order", tooltip="opens another database while there is nothing to review", group=CHOOSE),
    Binding("i", "app.intake", "Import articles", group=CHOOSE),
    Binding("d", "load_seeds", "Load the seeds", tooltip="while there is nothing to review", group=CHOOSE),
    Binding("escape", "back", "Back", key_display="esc", tooltip="out of zoom, pane, marks; then clears search and filter", group=CHOOSE),
    Binding("w", "note", "Write a note", tooltip="ctrl+s keeps, esc drops", group=CORRECT),
    Binding("a", "fix", "Fix who says it", tooltip="sourcing type, source words, origin", group=CORRECT),
]
