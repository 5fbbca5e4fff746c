"""Who is "he" and who is "she": by titles, given names and roles, else by the pronouns behind a name that stands alone."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.people import Named, People, Person, gender_of

_PRONOUNS = {"he": "he", "his": "he", "him": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she"}
_CLEARLY = 2  # how many times as often one pronoun must stand behind a name as the other


def tell_genders(people: People, sentences: Sequence[list[Token]], places: Sequence[list[Named]]) -> None:
    """Give each person the gender that the article tells; where it tells none, or both, it stays open."""
    heard: dict[int, Counter[str]] = defaultdict(Counter)
    for sentence, named in zip(sentences, places, strict=True):
        for one in named:
            title = sentence[one.first].low if one.first < one.end - 1 else ""
            person = one.person
            person.gender = person.gender or gender_of((title, *sorted(person.roles), person.name.split()[0].lower()))
        alone = _only_one(named)
        if alone is not None:
            heard[id(alone)].update([_PRONOUNS[t.low] for t in sentence[named[0].end :] if t.low in _PRONOUNS])
    for person in people.by_name.values():
        votes = heard.get(id(person))
        if votes and person.gender is None:
            (gender, most), *rest = votes.most_common()
            person.gender = gender if most >= _CLEARLY * (rest[0][1] if rest else 1) else None


def _only_one(named: list[Named]) -> Person | None:
    return named[0].person if named and all(one.person is named[0].person for one in named) else None
