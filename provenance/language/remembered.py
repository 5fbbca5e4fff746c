"""What has been worked out about a word, kept at hand until there is too much of it."""

from collections.abc import Callable, Hashable
from typing import TypeVar

Asked = TypeVar("Asked", bound=Hashable)
Found = TypeVar("Found")


class Remembered(dict[Asked, Found]):
    """A dictionary that works out what it lacks, and forgets everything once it holds `most` answers.

    Articles ask for the same few thousand words without end. Looking one up costs a third of calling a function that is wrapped in
    `functools.lru_cache`, which puts its entries in a new order with every call.
    """

    def __init__(self, work_out: Callable[[Asked], Found], most: int) -> None:
        super().__init__()
        self._work_out = work_out
        self._most = most

    def __missing__(self, asked: Asked) -> Found:
        found = self._work_out(asked)
        if len(self) >= self._most:
            self.clear()
        self[asked] = found
        return found
