"""What a copied web page holds besides its article: buttons, forms, credits, captions, pointers to other pages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from provenance.language.lexicon import read_lexicon

_EDGE = " \t\"'*#>»›→▶►•·|-–—.,!:;…"
_WORD = re.compile(r"[^\W\d_][\w’'.&-]*")
_CREDIT_REST = re.compile(r"[\s:]+(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Phrases:
    """A list of phrases of `lexicon/furniture.toml`; an asterisk stands for anything."""

    exact: frozenset[str]
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    inside: AhoCorasick
    patterns: tuple["re.Pattern[str]", ...]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> "Phrases":
        """The list, sorted by where its asterisks stand, so that each kind is one cheap test."""
        kinds: dict[str, list[str]] = {"exact": [], "opening": [], "closing": [], "inside": [], "patterns": []}
        for phrase in phrases:
            core = phrase.strip("*") if not set(phrase) <= {"*", " "} else phrase
            if "*" in core and core != phrase.replace(" ", "") and not set(phrase) <= {"*", " "}:
                kinds["patterns"].append(phrase)
            elif core == phrase:
                kinds["exact"].append(phrase)
            elif phrase.startswith("*") and phrase.endswith("*"):
                kinds["inside"].append(core)
            else:
                kinds["opening" if phrase.endswith("*") else "closing"].append(core)
        return cls(
            exact=frozenset(kinds["exact"]),
            opening=tuple(kinds["opening"]),
            closing=tuple(kinds["closing"]),
            inside=AhoCorasick(kinds["inside"]),
            patterns=tuple(re.compile("[^\n]{0,80}?".join(map(re.escape, p.split("*")))) for p in kinds["patterns"]),
        )

    def fit(self, line: str) -> bool:
        """Whether a folded line is one of them."""
        return (
            line in self.exact
            or line.startswith(self.opening)
            or (bool(self.closing) and line.endswith(self.closing))
            or self.contained(line)
            or any(p.fullmatch(line) for p in self.patterns)
        )

    def contained(self, sentence: str) -> bool:
        """Whether a folded sentence holds one of the phrases that are furniture wherever they stand."""
        return bool(self.inside.find_matches_as_indexes(sentence))


@dataclass(frozen=True, slots=True)
class Furniture:
    """All lists of `lexicon/furniture.toml`, ready to be asked."""

    lines: Phrases
    link_headings: Phrases
    comment_headings: Phrases
    end_marks: frozenset[str]
    pointers: tuple[str, ...]
    credits: tuple[str, ...]
    credits_of_a_part: frozenset[str]
    credit_lines: frozenset[str]
    credit_closings: tuple[str, ...]
    credit_words: frozenset[str]
    joining_words: frozenset[str]
    small_words: frozenset[str]
    menu_words: frozenset[str]
    site_calls: tuple[str, ...]
    captions_open: tuple[str, ...]
    captions_close: tuple[str, ...]


@cache
def furniture() -> Furniture:
    """The lists, read once."""
    lists = read_lexicon("furniture")
    return Furniture(
        lines=Phrases.of(lists["lines"]),
        link_headings=Phrases.of(lists["link_headings"]),
        comment_headings=Phrases.of(lists["comment_headings"]),
        end_marks=frozenset(lists["end_marks"]),
        pointers=tuple(lists["pointers"]),
        credits=tuple(sorted(lists["credits"], key=len, reverse=True)),
        credits_of_a_part=frozenset(lists["credits_of_a_part"]),
        credit_lines=frozenset(lists["credit_lines"]),
        credit_closings=tuple(lists["credit_closings"]),
        credit_words=frozenset(lists["credit_words"]),
        joining_words=frozenset(lists["joining_words"]),
        small_words=frozenset(lists["small_words"]),
        menu_words=frozenset(lists["menu_words"]),
        site_calls=tuple(lists["site_calls"]),
        captions_open=tuple(lists["captions_open"]),
        captions_close=tuple(lists["captions_close"]),
    )


def fold(line: str) -> str:
    """A line as the lists write it: lower case, straight apostrophes, single spaces, no punctuation at its edges."""
    folded = " ".join(straight(line).lower().split())
    return folded.strip(_EDGE) or folded


def straight(line: str) -> str:
    """A line with typed apostrophes and quotation marks; as long as it was."""
    if line.isascii():
        return line
    return line.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def credited(line: str) -> str | None:
    """The names in a line that says who wrote, edited or first published a text; None where it is no such line.

    "Reporting by" is a credit where only names and small words follow; "By Monday the road was open" is not.
    """
    bare = line.strip().strip("()[]*_ ").rstrip(".")
    folded = straight(bare).lower()
    lists = furniture()
    for opening in lists.credits if folded.startswith(lists.credits) else ():
        if folded.startswith(opening):
            rest = _CREDIT_REST.match(bare, len(opening))
            if rest and _names_only(rest.group(1)):
                return rest.group(1).strip()
    return None


def _names_only(words: str) -> bool:
    passed_over = furniture().joining_words | furniture().credit_words
    parts = [w for w in _WORD.findall(words) if w.lower() not in passed_over]
    capitals = sum(w[0].isupper() or w[:3].lower() in ("al-", "el-") or "." in w for w in parts)
    return 0 < len(parts) <= 24 and capitals >= 0.75 * len(parts)


def caption(line: str) -> bool:
    """Whether a line is a picture's caption or credit."""
    folded = fold(line)
    lists = furniture()
    return folded.startswith(lists.captions_open) or line.strip().rstrip(".").lower().endswith(lists.captions_close)
