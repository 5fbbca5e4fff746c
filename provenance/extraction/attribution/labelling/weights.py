"""The labeller's weights: how much each feature speaks for each label, beside how much it speaks for none."""

import json
from collections.abc import Iterable, Sequence
from importlib.resources.abc import Traversable
from itertools import repeat
from pathlib import Path
from struct import Struct

UNIT = 2.0**-22
"""Weights, in log-odds, are whole numbers of this unit, so that they add up to the same on every machine and in any order."""
_BITS, _BYTES = 32, 4

Votes = int
"""What speaks for each label, all labels in one number, 32 bits each: added, they add up label by label."""


def votes_of(weights: Sequence[float]) -> Votes:
    """The weights that something has for each label, in log-odds, as one number."""
    return sum(round(weight / UNIT) << at * _BITS for at, weight in enumerate(weights))


class Weights:
    """The weights of all features that the labeller has learned."""

    def __init__(self, labels: Sequence[str], weights: dict[str, Votes]) -> None:
        self.labels = tuple(labels)
        self._names = tuple(label.encode() for label in labels)
        self._weights = weights
        self._size = _BYTES * len(labels)
        self._of_all_labels = Struct(f"<{len(labels)}i")

    @property
    def features(self) -> tuple[str, ...]:
        """All features, in the order of the file."""
        return tuple(self._weights)

    def votes(self, features: Iterable[str]) -> Votes:
        """What some features say together; one that was not learned says nothing."""
        return sum(map(self._weights.get, features, repeat(0)))

    def by_label(self, votes: Iterable[Votes]) -> list[dict[bytes, int]]:
        """For each of several votes those for each label, by its name in UTF-8, in units.

        Those behind a label with votes against it can be one unit short.
        """
        packed = b"".join([each.to_bytes(self._size, "little", signed=True) for each in votes])
        return list(map(dict, map(zip, repeat(self._names), self._of_all_labels.iter_unpack(packed))))

    def write(self, path: Path) -> None:
        """Write them: a line of JSON, a line for each feature, and then the votes of all features, the least byte first."""
        header = json.dumps({"labels": self.labels, "features": len(self._weights)})
        names = "".join(f"{line}\n" for line in (header, *self._weights))
        path.write_bytes(names.encode() + b"".join(votes.to_bytes(self._size, "little", signed=True) for votes in self._weights.values()))

    @classmethod
    def read(cls, file: Traversable) -> "Weights":
        """The weights of a file as `write` leaves it."""
        first, _, rest = file.read_bytes().partition(b"\n")
        header = json.loads(first)
        *names, votes = rest.split(b"\n", header["features"])
        size = _BYTES * len(header["labels"])
        each = (int.from_bytes(votes[at : at + size], "little", signed=True) for at in range(0, len(votes), size))
        return cls(header["labels"], dict(zip(b"\n".join(names).decode().split("\n"), each, strict=True)))
