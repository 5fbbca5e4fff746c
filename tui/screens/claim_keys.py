"""The keys of the Claims screen, in the order and the groups in which the help lists them."""

from textual.binding import Binding, BindingType

from provenance.model.review import Verdict
from tui.look import VERDICT_WORDS

JUDGE = Binding.Group("Judge, then on to the next unreviewed")
ECHOES = Binding.Group("Judge with all echoes", compact=True)
BACK = Binding.Group("Take back, and judge several")
MOVE = Binding.Group("Move")
LOOK = Binding.Group("Look closer")
CHOOSE = Binding.Group("Choose what to see")
NOTHING = Binding.Group("While there is nothing to review")
CORRECT = Binding.Group("Note and set right")

WITH_ECHOES = (
    "the same verdict for this claim and every claim of its group that goes back to the same origin, "
    "also outside the filter; one u takes all of it back"
)


def _verdict_keys() -> list[Binding]:
    keys = []
    for verdict in Verdict:
        letter, word = VERDICT_WORDS[verdict]
        keys.append(Binding(letter.lower(), f"judge('{verdict.value}')", word.capitalize(), group=JUDGE))
    for verdict in Verdict:
        letter, word = VERDICT_WORDS[verdict]
        keys.append(
            Binding(
                letter,
                f"judge('{verdict.value}', True)",
                f"{word.capitalize()}, echoes too",
                tooltip=WITH_ECHOES,
                group=ECHOES,
            )
        )
    return keys


CLAIM_KEYS: list[BindingType] = [
    *_verdict_keys(),
    Binding("u", "undo", "Undo", tooltip="without limit, across restarts", group=BACK),
    Binding("ctrl+r", "redo", "Redo", group=BACK),
    Binding("v", "mark", "Mark this claim", tooltip="a verdict, m or M then goes to all that are marked", group=BACK),
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
    Binding("o", "order", "Next order", tooltip="the cursor stays on its claim", group=CHOOSE),
    Binding("l", "list_anew", "List anew", tooltip="with what has come in since; the cursor stays on its claim", group=CHOOSE),
    Binding("i", "app.intake", "Import articles", tooltip="and see what is there", group=CHOOSE),
    Binding("escape", "back", "Back", key_display="esc", tooltip="out of zoom, pane, marks; then clears search and filter", group=CHOOSE),
    Binding("d", "load_seeds", "Load the seeds", group=NOTHING),
    Binding("o", "open_other", "Open another database", group=NOTHING),
    Binding("w", "note", "Write a note", tooltip="ctrl+s keeps, esc drops", group=CORRECT),
    Binding("a", "fix", "Fix who says it", tooltip="sourcing type, source words, origin", group=CORRECT),
    Binding(
        "h",
        "hold_apart",
        "Hold origins apart",
        tooltip="this claim, or the one at the cursor in the tree, was wrongly counted with another origin",
        group=CORRECT,
    ),
    Binding("m", "merge", "Merge groups", tooltip="of the marked claims: they say the same", group=CORRECT),
    Binding("M", "split", "Split from its group", tooltip="this claim, or the marked ones, say something else", group=CORRECT),
]
