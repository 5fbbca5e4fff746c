"""Made-up news with controlled copying: writers tell events independently, and outlets copy them and rewrite more or less.

What is right is known: which sentences say the same, and from which independent origin each has it. A seed gives the same news every time.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from vocabulary import Vocabulary, wordings

FIRST_DAY = date(2023, 1, 2)  # a Monday
SENTENCES = 30  # of an article, beside its headline
OUTLETS = 400
REWRITING = (0.0, 0.0, 0.1, 0.4)  # the share of sentences that a copying outlet rewords
_SWAPPED = 0.2  # the share of words that another writer replaces by words of their own
_TEXTS = wordings()


@dataclass(frozen=True)
class Said:
    """One sentence as it is to be written, with what is true of it."""

    wording: str
    slots: dict[str, str]
    source: str | None
    """The words for whoever says so; None for the outlet's own voice."""
    manner: str
    """How source and words come together; empty for what stands around the facts."""
    proposition: str
    origin: str | None
    """Whoever is behind it in truth, also where a copy does not say so; None where the first writer said nobody."""

    @property
    def text(self) -> str:
        """The sentence."""
        told = self.wording.format_map(self.slots)
        whole = self.manner.format(told=told, source=self.source) if self.source else f"{told}."
        return whole[0].upper() + whole[1:]


@dataclass(frozen=True)
class Truth:
    """What is true of the sentence that begins at a place of a text."""

    at: int
    proposition: str
    origin: str | None


@dataclass(frozen=True)
class News:
    """One article with what is true of it."""

    ref: str
    event: int
    outlet: str
    published: date
    text: str
    truth: tuple[Truth, ...]


@dataclass
class Event:
    """What happens somewhere on a day; its facts are told by several writers."""

    number: int
    place: str
    name: str
    day: int
    facts: list[Said] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    asides: int = 0
    """How many sentences stand around its facts, in all reports."""


@dataclass(frozen=True)
class Draft:
    """An article before it is printed."""

    outlet: str
    hours: float
    said: tuple[Said, ...]
    credit: str | None = None


class Newsroom:
    """Writes made-up news from a seed."""

    def __init__(self, seed: int, vocabulary: Vocabulary) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self.words = vocabulary
        names = [self.words.name.items[-1 - number].lower() for number in range(OUTLETS)]
        self.outlets = [*_TEXTS["agencies"], *(f"{name}-{kind}" for name, kind in zip(names, ["post", "times"] * OUTLETS, strict=False))]

    def articles(self, count: int, days: int) -> list[News]:
        """So many articles on the events of so many days, in order of publication."""
        drafts: list[tuple[int, Draft]] = []
        event = 0
        while len(drafts) < count:
            drafts += [(event, draft) for draft in self._reports(self._event(event, self.random.randrange(days)))]
            event += 1
        drafts = sorted(drafts[:count], key=lambda pair: (min(pair[1].hours, 24 * days - 1), pair[0]))
        return [self._printed(number, event, draft, days) for number, (event, draft) in enumerate(drafts)]

    def _event(self, number: int, day: int) -> Event:
        event = Event(number, self.words.place(self.random), self.words.name(self.random), day)
        event.bodies = [body.format(at=self.random.choice((event.place, event.name))) for body in self.random.sample(_TEXTS["bodies"], 3)]
        for fact in range(self.random.randint(5, 10)):
            slots = self._slots(event) | {"day": _TEXTS["days"][day % 7]}
            frame = self.random.randrange(len(_TEXTS["frames"]))
            event.facts.append(Said(str(frame), slots, None, "", f"{number}/{fact}", None))
        return event

    def _slots(self, event: Event) -> dict[str, str]:
        elsewhere = self.random.random() < 0.15
        return {
            **{f"w{n}": self.words.word(self.random) for n in range(1, 5)},
            "place": self.words.place(self.random) if elsewhere else event.place,
            "name": event.name if self.random.random() < 0.5 else self.words.name(self.random),
            "n": self.words.number(self.random),
        }

    def _reports(self, event: Event) -> list[Draft]:
        """The reports of independent writers, each with its copies."""
        found: list[Draft] = []
        for writer in range(1 + min(5, int(self.random.expovariate(1.2)))):
            hours = 24 * event.day + 6 + 8 * writer + self.random.expovariate(1 / 6)
            first = Draft(self.random.choice(self.outlets), hours, tuple(self._report(event, writer)))
            found.append(first)
            chain = [first]
            for _ in range(min(60, int(self.random.paretovariate(1.3)) - 1)):
                chain.append(self._copy(self.random.choice(chain), event))
            found += chain[1:]
        return found

    def _report(self, event: Event, writer: int) -> Iterator[Said]:
        """A writer's own account: most of the facts in words of their own, and much that nobody else has."""
        told = [fact for fact in event.facts if writer == 0 or self.random.random() < 0.7]
        unnamed = self.random.choice(_TEXTS["unnamed"])
        asides = [self._aside(event) for _ in range(SENTENCES - len(told))]
        for at in range(SENTENCES):
            if told and (at < 2 or self.random.random() < 0.5 or len(told) >= SENTENCES - at):
                yield self._own_words(told.pop(0), event, writer, unnamed)
            else:
                yield asides.pop()

    def _own_words(self, fact: Said, event: Event, writer: int, unnamed: str) -> Said:
        slots = {
            name: self.words.word(self.random) if writer and name[0] == "w" and self.random.random() < _SWAPPED else word
            for name, word in fact.slots.items()
        }
        proposition = fact.proposition
        if writer and int(proposition.split("/")[1]) % 5 == 0:  # such numbers go on while news comes in
            later = random.Random(f"{fact.slots['n']} {writer}")  # noqa: S311
            slots["n"] = self.words.number(later, like=fact.slots["n"])
            proposition += f"/{slots['n']}" if slots["n"] != fact.slots["n"] else ""
        source, origin = self._source(event, writer, unnamed)
        wording = self.random.choice(_TEXTS["frames"][int(fact.wording)])
        return Said(wording, slots, source, self.random.choice(_TEXTS["attributed"]), proposition, origin)

    def _source(self, event: Event, writer: int, unnamed: str) -> tuple[str | None, str | None]:
        chance = self.random.random()
        if chance < 0.25:
            return None, None
        if chance < 0.4:
            return unnamed, f"{event.number}/{writer}/unnamed"
        body = event.bodies[0] if chance < 0.8 else self.random.choice(event.bodies[1:])
        return body, f"{event.number}/{body}"

    def _aside(self, event: Event) -> Said:
        event.asides += 1
        return Said(self.random.choice(_TEXTS["asides"]), self._slots(event), None, "", f"{event.number}/aside-{event.asides}", None)

    def _copy(self, model: Draft, event: Event) -> Draft:
        """What another outlet makes of a report: less of it, a part of it reworded, something of its own; with or without credit."""
        rate, kept = self.random.choice(REWRITING), self.random.uniform(0.6, 1.0)
        taken = [(each, self.random.random() < rate) for each in model.said if self.random.random() < kept]
        said = [self._reworded(each) if anew else each for each, anew in taken if each.manner or not anew]
        said += [self._aside(event) for _ in range(SENTENCES - len(said))]
        credit = model.outlet if self.random.random() < 0.4 else None
        return Draft(self.random.choice(self.outlets), model.hours + self.random.expovariate(1 / 5), tuple(said), credit)

    def _reworded(self, said: Said) -> Said:
        if said.source and self.random.random() < 0.2:
            return replace(said, source=None)
        swapped = self.random.choice(["w1", "w2"])
        slots = said.slots | {swapped: self.words.word(self.random)}
        return replace(said, slots=slots, manner=self.random.choice(_TEXTS["attributed"]))

    def _printed(self, number: int, event: int, draft: Draft, days: int) -> News:
        headline = " ".join(self.words.word(self.random) for _ in range(5)).capitalize()
        text, truth = f"{headline}\n\n", []
        for at, said in enumerate(draft.said):
            truth.append(Truth(len(text), said.proposition, said.origin))
            text += said.text + ("\n\n" if at % 3 == 2 else " ")
        if draft.credit:
            text = f"{text.rstrip()}\n\nSource: {draft.credit}\n"
        published = FIRST_DAY + timedelta(days=min(days - 1, int(draft.hours / 24)))
        return News(f"made-up-{number}", event, draft.outlet, published, text, tuple(truth))
