"""Our two themes, as Textual wants them: the colours of `look` under the names that style sheets use."""

from textual.theme import Theme

from provenance.model.chain import Standing
from tui.look import DARK, LIGHT, Colours


def theme(name: str, colours: Colours, *, dark: bool) -> Theme:
    """A Textual theme of our colours; style sheets and styled text name them `$muted`, `$row`, `$standing-echo` and so on."""
    names = {
        "muted": colours.muted,
        "frame": colours.frame,
        "focus": colours.focus,
        "row": colours.row,
        "claim": colours.claim,
        "hedge": colours.hedge,
        "raised": colours.raised,
        **{f"standing-{standing.value.replace('_', '-')}": colour for standing, colour in colours.standings.items()},
    }
    textual_names = {
        "border": colours.focus,
        "border-blurred": colours.frame,
        "block-cursor-background": colours.row,
        "block-cursor-foreground": colours.text,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": colours.raised,
        "block-cursor-blurred-foreground": colours.text,
        "block-hover-background": colours.raised,
        "input-cursor-background": colours.focus,
        "input-cursor-foreground": colours.ground,
        "input-selection-background": colours.row,
        "scrollbar": colours.frame,
        "scrollbar-hover": colours.muted,
        "scrollbar-active": colours.focus,
        "scrollbar-background": colours.ground,
        "scrollbar-background-hover": colours.ground,
        "scrollbar-background-active": colours.ground,
        "scrollbar-corner-color": colours.ground,
        "text-muted": colours.muted,
        "text-disabled": colours.muted,
    }
    return Theme(
        name=name,
        primary=colours.focus,
        secondary=colours.focus,
        accent=colours.focus,
        warning=colours.standings[Standing.SINGLE_SOURCE],
        error=colours.standings[Standing.CONTESTED],
        success=colours.standings[Standing.CORROBORATED],
        foreground=colours.text,
        background=colours.ground,
        surface=colours.ground,
        panel=colours.raised,
        dark=dark,
        text_alpha=1.0,
        variables={**names, **textual_names},
    )


THEMES = {"dark": theme("dark", DARK, dark=True), "light": theme("light", LIGHT, dark=False)}
