"""The one pen of an archive: threads of one program write in the order in which they asked."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Pen:
    """A lock that is handed on in turn, so that a verdict does not wait for the whole of a long intake.

    A database's own lock is not fair: a program that writes article after article would take it again before anybody else.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._held = False
        self._waiting: deque[threading.Event] = deque()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the pen; whoever asked before has it first."""
        with self._guard:
            turn = threading.Event() if self._held else None
            if turn is not None:
                self._waiting.append(turn)
            self._held = True
        if turn is not None:
            turn.wait()
        try:
            yield
        finally:
            with self._guard:
                if self._waiting:
                    self._waiting.popleft().set()
                else:
                    self._held = False
