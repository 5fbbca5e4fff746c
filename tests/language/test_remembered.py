"""Facts about what is remembered of words: worked out once, and never too much of it."""

from provenance.language.remembered import Remembered


def test_what_was_asked_before_is_not_worked_out_again() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(length, 10)
    assert [lengths[word] for word in ("said", "told", "said")] == [4, 4, 4]
    assert asked == ["said", "told"]


def test_it_never_holds_more_than_it_may() -> None:
    squares = Remembered(lambda number: number * number, 3)
    assert [squares[number] for number in range(10)] == [number * number for number in range(10)]
    assert len(squares) <= 3
