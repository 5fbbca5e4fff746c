"""What people decided about groups, as pairs of claims that belong together or apart: the latest word on a pair is the one that counts."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from provenance.model.review import Action, ClaimRef, JournalEntry

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Constraints:
    """Must-link and cannot-link (Wagstaff and others, 2001), free of contradictions: no chain of `merged` pairs joins a `split` one."""

    merged: frozenset[Pair] = frozenset()
    """Pairs of claim ids, the smaller first, that people put together."""
    split: frozenset[Pair] = frozenset()
    """Pairs of claim ids, the smaller first, that people set apart."""
    rejected: frozenset[Pair] = frozenset()
    """Pairs of a claim id and the key of an origin that it was wrongly folded into."""


def constraints(entries: Iterable[JournalEntry], claims: Collection[str] | None = None) -> Constraints:
    """What merges, splits and rejected collapses in force come to, for all claims, or for these.

    Where two decisions contradict each other the later one counts, pair by pair. Over a chain it is the oldest link that gives way:
    a–b merged, b–c merged, then a split from c leaves b with c. So decisions are taken from the last to the first, and of each as
    much as those after it allow; of one merge, the claims in the order in which they were named, then those that came along with
    them. What merely came along is not brought back to what somebody set apart by name.
    A claim that is not among `claims` still links those that are.
    """
    entries = list(entries)
    by_name = _set_apart_by_name(entries)
    said = _Said()
    for entry in sorted(entries, key=lambda entry: -entry.id):
        named, companions = _ids(entry.claims), _ids(entry.companions)
        if entry.action is Action.MERGE:
            for a, b in combinations(named, 2):
                said.together(a, b)
            _bring_along(said, named, companions, by_name)
        elif entry.action is Action.SPLIT:
            for a in named:
                for b in companions:
                    said.apart(a, b)
    inside = None if claims is None else frozenset(claims)
    return Constraints(merged=said.merged(inside), split=said.split(inside), rejected=rejected(entries))


def rejected(entries: Iterable[JournalEntry]) -> frozenset[Pair]:
    """Pairs of claim and origin that people have set apart."""
    return frozenset(
        (ref.claim, entry.collapsed_into)
        for entry in entries
        if entry.action is Action.REJECT_COLLAPSE and entry.collapsed_into
        for ref in entry.claims
    )


def _ids(refs: Sequence[ClaimRef]) -> list[str]:
    return list(dict.fromkeys(ref.claim for ref in refs))


def _set_apart_by_name(entries: Iterable[JournalEntry]) -> dict[str, set[str]]:
    """For each claim that a split names, what it was set apart from."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        if entry.action is Action.SPLIT:
            for claim in _ids(entry.claims):
                found.setdefault(claim, set()).update(_ids(entry.companions))
    return found


def _bring_along(said: "_Said", named: Sequence[str], companions: Sequence[str], by_name: Mapping[str, set[str]]) -> None:
    """Each claim that came along goes with the first named one, unless a split named it, or names one that is there for it alone."""
    for companion in companions:
        for claim in named:
            house = said.with_(claim)
            held = by_name.get(companion, set()) & house or any(
                companion in by_name.get(other, ()) for other in house if other not in named
            )
            if not held and said.together(claim, companion):
                break


class _Said:
    """Claims put together and set apart so far; nothing that is said later contradicts it."""

    def __init__(self) -> None:
        self._members: dict[str, set[str]] = {}
        self._foes: dict[str, set[str]] = {}

    def with_(self, claim: str) -> set[str]:
        """The claim and all that is together with it."""
        return self._members.setdefault(claim, {claim})

    def together(self, a: str, b: str) -> bool:
        """Put two claims together with all that is with them, unless some of these are set apart; says whether they are together."""
        here, there = self.with_(a), self.with_(b)
        if here is there:
            return True
        if any(not there.isdisjoint(self._foes.get(claim, ())) for claim in here):
            return False
        if len(here) < len(there):
            here, there = there, here
        here |= there
        for claim in there:
            self._members[claim] = here
        return True

    def apart(self, a: str, b: str) -> None:
        """Set two claims apart, unless they are together."""
        if self.with_(a) is not self.with_(b):
            self._foes.setdefault(a, set()).add(b)
            self._foes.setdefault(b, set()).add(a)

    def merged(self, inside: frozenset[str] | None) -> frozenset[Pair]:
        """Pairs that link the claims of each house that are `inside`."""
        houses = {id(house): house for house in self._members.values()}.values()
        return frozenset(pair for house in houses for pair in pairwise(sorted(house if inside is None else house & inside)))

    def split(self, inside: frozenset[str] | None) -> frozenset[Pair]:
        """Pairs set apart of which both are `inside`."""
        return frozenset(
            (a, b) for a, foes in self._foes.items() for b in foes if a < b and (inside is None or (a in inside and b in inside))
        )
