"""The screens that there are, as the top line names them."""

from tui.widgets.key_line import Key

SCREEN_KEYS = (
    Key("1", "Claims", "app.claims"),
    Key("2", "Groups", "app.groups"),
    Key("3", "Sources", "app.sources"),
    Key("i", "Intake", "app.intake"),
)
