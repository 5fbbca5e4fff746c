"""Words of the command line become values of the trade: a standing, a sourcing type, a verdict, a day, a span of days."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from provenance.model.article import PublicationBounds

Word = TypeVar("Word", bound=StrEnum)


def one_of(kind: type[Word], word: str, option: str) -> Word:
    """The member that this word names, `-` and blanks for `_` allowed, or the only one that begins so. Raises typer.BadParameter."""
    wanted = word.strip().lower().replace("-", "_").replace(" ", "_")
    members = [member for member in kind if member.value == wanted] or [
        member for member in kind if wanted and member.value.startswith(wanted)
    ]
    if len(members) != 1:
        raise typer.BadParameter(f"“{word}” is not one of {', '.join(member.value for member in kind)}.", param_hint=option)
    return members[0]


def all_of(kind: type[Word], words: Iterable[str] | None, option: str) -> tuple[Word, ...]:
    """The members that these words name. Raises typer.BadParameter."""
    return tuple(one_of(kind, word, option) for word in words or ())


def day(words: str, option: str) -> date:
    """An ISO date. Raises typer.BadParameter."""
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        raise typer.BadParameter(f"“{words}” is not a day such as 2023-05-20.", param_hint=option) from None


def days(words: str, option: str, basis: str) -> "PublicationBounds":
    """One day, or the first and last day with two dots between; an end that is left out stays open. Raises typer.BadParameter."""
    from provenance.model.article import PublicationBounds

    first, dots, last = words.partition("..")
    if not first.strip() and not last.strip():
        raise typer.BadParameter("Give a day (2023-05-20) or two (2023-05-01..2023-05-31).", param_hint=option)
    earliest = day(first, option) if first.strip() else None
    latest = (day(last, option) if last.strip() else None) if dots else earliest
    if earliest and latest and latest < earliest:
        raise typer.BadParameter(f"{latest} is before {earliest}.", param_hint=option)
    return PublicationBounds(earliest=earliest, latest=latest, basis=(basis,))


def in_words(value: str) -> str:
    """A member's value as people read it."""
    return value.replace("_", " ")


def short_days(earliest: date | None, latest: date | None) -> str:
    """A day, or the first and last possible day with two dots between; an end that is open is left out."""
    if earliest == latest:
        return str(earliest) if earliest else "unknown"
    return f"{earliest or ''}..{latest or ''}"
