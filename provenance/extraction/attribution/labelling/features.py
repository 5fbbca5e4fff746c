"""Features of every word of an article, paragraph by paragraph: itself, its neighbours, quotation marks, cues near and far."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from provenance.extraction.attribution.labelling.words import Kind, Word, kind_of

_OFFSETS = (-3, -2, -1, 0, 1, 2, 3)
_FAR = 150
_LEAD = 7  # words within which a colon can end a speaker's name, as in a transcript


def article_features(paragraphs: Sequence[Sequence[Word]]) -> Iterator[list[list[str]]]:
    """The features of each word of each paragraph; a paragraph knows what the one before it held."""
    before = "B"
    for number, paragraph in enumerate(paragraphs):
        if not paragraph:
            yield []
            continue
        kinds = [kind_of(word.text) for word in paragraph]
        state = quotation_state(paragraph)
        yield _paragraph(paragraph, kinds, state, before, "n" if number > 1 else str(number))
        before = _held(kinds, state)


def quotation_state(words: Sequence[Word]) -> list[str]:
    """For each word: `(` and `)` for the marks themselves, `i` inside a quotation, `o` outside."""
    inside, found = False, []
    for word in words:
        if word.text in ("“", "``"):
            inside = True
            found.append("(")
        elif word.text in ("”", "''"):
            inside = False
            found.append(")")
        elif word.text == '"':
            found.append(")" if inside else "(")
            inside = not inside
        else:
            found.append("i" if inside else "o")
    return found


def sentence_starts(words: Sequence[Word]) -> list[int]:
    """The indices at which sentences begin, judged by marks alone: the labeller must not depend on the splitter."""
    starts = [0]
    for at in range(len(words) - 1):
        text, following = words[at].text, words[at + 1].text
        if (text in ".?!" and following not in '”"’)') or (text in '”"' and at and words[at - 1].text in ".?!"):
            starts.append(at + 1)
    return starts


def _held(kinds: Sequence[Kind], state: Sequence[str]) -> str:
    strong = any(k.strong and s == "o" for k, s in zip(kinds, state, strict=True))
    quoted = sum(s != "o" for s in state) > 0.6 * len(state)
    held = (("c", strong), ("q", "(" in state), ("u", state.count("(") > state.count(")")), ("s", quoted))
    return "".join(letter if it_is else "-" for letter, it_is in held)


@lru_cache(maxsize=200_000)
def _at_offset(word: str, offset: int) -> tuple[str, ...]:
    kind = kind_of(word)
    if abs(offset) == 3:
        chosen: tuple[str, ...] = (kind.own,)
    elif abs(offset) == 2:
        chosen = (kind.own, kind.shape, *(f for f in kind.features if f.startswith("l=")), *kind.clusters[:1])
    else:
        chosen = (*kind.features, *kind.clusters)
    return tuple(f"{offset}{feature}" for feature in chosen)


def _distances(kinds: Sequence[Kind], state: Sequence[str]) -> tuple[list[int], list[int]]:
    """How many words back, and ahead, the nearest cue of speech outside quotation marks stands."""

    def sweep(order: range) -> list[int]:
        found, distance = [0] * len(kinds), _FAR
        for at in order:
            distance = 0 if kinds[at].strong and state[at] != "i" else min(distance + 1, _FAR)
            found[at] = distance
        return found

    return sweep(range(len(kinds))), sweep(range(len(kinds) - 1, -1, -1))


def _sentence_frames(words: Sequence[Word], kinds: Sequence[Kind], state: Sequence[str]) -> tuple[list[int], list[tuple[str, str]]]:
    """For each word the number of its sentence; for each sentence what it holds, in short, and the class of its first word."""
    starts = sentence_starts(words)
    numbers, frames = [], []
    for number, first in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(words)
        numbers += [number] * (end - first)
        outside = [kinds[at] for at in range(first, end) if state[at] != "i"]
        quoted = sum(s != "o" for s in state[first:end])
        held = "Q" if quoted > 0.8 * (end - first) else "m" if quoted else "-"
        phrase = "A" if any(words[at].text.lower() == "according" for at in range(first, end)) else ""
        frames.append(
            (
                f"{'S' if any(k.strong for k in outside) else '-'}{'w' if any(k.cue for k in outside) else '-'}{held}{phrase}",
                kinds[first].classes,
            )
        )
    return numbers, frames


def _bin(distance: int) -> str:
    return str(distance) if distance < 4 else "4-6" if distance < 7 else "7-15" if distance < 16 else "far"


_BINS = tuple(_bin(distance) for distance in range(_FAR + 1))


def _paragraph(words: Sequence[Word], kinds: Sequence[Kind], state: Sequence[str], before: str, position: str) -> list[list[str]]:
    count = len(words)
    back, ahead = _distances(kinds, state)
    numbers, frames = _sentence_frames(words, kinds, state)
    lead = next((at for at in range(1, min(_LEAD, count)) if words[at].text == ":"), 0)
    capitals = "U" if lead and all(w.text.isupper() or not w.text.isalpha() for w in words[:lead]) else "x"
    dash = max((at for at in range(max(0, count - 9), count) if words[at].text in "―—–-"), default=0)
    whole = [f"p={before}{'q' if state[0] == '(' else 'x'}", f"pos={position}"]
    found = []
    for at in range(count):
        number = numbers[at]
        frame, first = frames[number]
        own = [
            *_framed(state[at], _BINS[back[at]], _BINS[ahead[at]], frame, first, before, frames[number - 1][0] if number else ""),
            *whole,
        ]
        if lead:
            own.append(f"ld={capitals}{'<' if at < lead else ':' if at == lead else '>'}")
        if dash and state[dash] == "o":
            own.append(f"dh={state[dash - 1]}{'<' if at < dash else '-' if at == dash else '>'}")
        if at == 0:
            own.append("BOS")
        elif number != numbers[at - 1]:
            own.append("SS")
        if at == count - 1:
            own.append("EOS")
        for offset in _OFFSETS:
            there = at + offset
            if 0 <= there < count:
                own += _at_offset(words[there].text, offset)
            else:
                own.append(f"{offset}pad")
        _add_neighbours(own, kinds, state, at)
        found.append(own)
    return found


@lru_cache(maxsize=50_000)
def _framed(state: str, left: str, right: str, frame: str, first: str, before: str, last_frame: str) -> tuple[str, ...]:
    """What a word's place tells: quotation, cues back and ahead, what its sentence, the one before and the paragraph before hold."""
    return (
        "b",
        f"q={state}",
        f"L={left}",
        f"R={right}",
        f"LR={left}{right}",
        f"sf={frame}",
        f"sq={frame}{state}",
        f"s1={first}{frame}",
        f"pk={before}{frame}{'n' if last_frame else '1'}",
        f"bk={last_frame or 'N'}>{frame}",
    )


@lru_cache(maxsize=100_000)
def _pair(left: Kind, right: Kind) -> tuple[str, str, str, str]:
    """What two neighbours tell: the first two for the left one, the others for the right one."""
    words, classes = f"{left.own}{right.own}", f"{left.classes}/{right.classes}"
    return f"2>{words}", f"c>{classes}", f"2<{words}", f"c<{classes}"


def _add_neighbours(own: list[str], kinds: Sequence[Kind], state: Sequence[str], at: int) -> None:
    here, last = kinds[at], len(kinds) - 1
    if at < last:
        own += _pair(here, kinds[at + 1])[:2]
    if at:
        own += _pair(kinds[at - 1], here)[2:]
        own.append(f"qt={state[at - 1]}{state[at]}{state[at + 1] if at < last else 'E'}{here.shape}")
    if 0 < at < last:
        own.append(f"c3={kinds[at - 1].classes}/{here.classes}/{kinds[at + 1].classes}")
