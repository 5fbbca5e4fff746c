"""How text from outside is made safe to show: nothing that an article holds gives orders to a terminal."""

import unicodedata

from tui.look import Signs

_SPACES = {0x09: " ", 0x0B: " ", 0x0C: " ", 0x0D: " ", 0x85: " ", 0x2028: " ", 0x2029: " "}
_CONTROL_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if code not in (*_SPACES, 0x0A)}
_DIRECTION = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "⇄")
_NEUTRAL = {**_CONTROL_PICTURES, 0x7F: "␡", **dict.fromkeys(range(0x80, 0xA0), "�"), **_DIRECTION, **_SPACES}
_NEUTRAL.update(dict.fromkeys((*range(0xE0000, 0xE0080), *range(0xFFF9, 0xFFFC)), "�"))
_SURROGATES = range(0xD800, 0xE000)


def safe(text: str) -> str:
    """Outside text as it may reach a terminal: controls, escapes and direction overrides become one visible sign each.

    The length stays the same, so that spans into the text go on fitting. Line ends stay; the stored text is never touched.
    """
    shown = text.translate(_NEUTRAL)
    if any(ord(sign) in _SURROGATES for sign in shown):
        shown = "".join("�" if ord(sign) in _SURROGATES else sign for sign in shown)
    return shown


def one_line(text: str) -> str:
    """Outside text for a single line: `safe`, with line ends as spaces; same length."""
    return safe(text).replace("\n", " ")


def outside(text: str, signs: Signs) -> str:
    """Outside text as these signs allow it to be shown; same length."""
    return plain_ascii(safe(text)) if signs.ascii else safe(text)


def plain_ascii(text: str) -> str:
    """Text for a terminal that knows no Unicode: letters keep their base, what has none becomes `?`; same length."""
    close = text.translate(str.maketrans("‘’‚“”„–—−…•·×", "''," + '"""' + "---.*-x"))
    if close.isascii():
        return close
    return "".join(sign if sign.isascii() else _base(sign) for sign in close)


def _base(sign: str) -> str:
    base = unicodedata.normalize("NFKD", sign)[0]
    return base if base.isascii() and base.isprintable() else "?"
