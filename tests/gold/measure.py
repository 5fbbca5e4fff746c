"""Score what `provenance analyze` reads in the seed reports against what a careful reader finds there (`seed_reports.json`).

Run it to see every figure: `python tests/gold/measure.py [--misses]`.
"""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

GOLD = Path(__file__).with_name("seed_reports.json")
REPORTS = Path(__file__).parents[2] / "seeds" / "reports"
COMMAND = [sys.executable, "-c", "from provenance.cli import main; main()", "analyze", "--format", "jsonl"]
FAMILIES = {
    "named": {"named_official", "named_expert", "named_person"},
    "institution": {"official_body", "state_agency", "wire_agency", "media_outlet", "document"},
    "anonymous": {"anonymous_official", "anonymous_insider", "anonymous_group"},
    "none": {"vague_estimate", "hearsay", "outlet_analysis", "unattributed"},
}
Record = dict[str, Any]


@dataclass
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> bool:
        self.right += right
        self.of += 1
        return right

    @property
    def value(self) -> float:
        return self.right / self.of if self.of else 0.0


@dataclass
class Measured:
    """Every figure by its name, each between 0 and 1; what was missed, in words; and each group's support and number of origins."""

    figures: dict[str, float] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    groups: dict[str, tuple[set[str], set[int]]] = field(default_factory=dict)


def analyze(*inputs: Path) -> list[Record]:
    """The records that the command writes about these inputs."""
    done = subprocess.run([*COMMAND, *map(str, inputs)], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines() if line]


def measure(records: Sequence[Record], gold: Record) -> Measured:
    """All figures for one analysis of all seed reports."""
    out = Measured()
    shares: dict[str, Share] = defaultdict(Share)
    articles = {Path(ref).name: r for r in records if r["record"] == "article" for ref in r["refs"]}
    claims: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record["record"] == "claim":
            claims[record["article"]].append(record)
    read: dict[str, Record] = {}
    carried = {"gold": 0, "given": 0, "right": 0}
    for report in gold["reports"]:
        article = articles[report["file"]]
        _article(report, article, shares, out)
        for sentence in report["sentences"]:
            here = [c for c in claims[article["id"]] if c["start"] < sentence["end"] and sentence["start"] < c["end"]]
            if sentence["role"] != "claim":
                _note(out, shares["furniture kept out"].add(not here), "furniture", sentence, sentence["role"], "claim")
                continue
            if not _note(out, shares["claims kept"].add(bool(here)), "claim", sentence, "a claim", "none"):
                continue
            best = max(here, key=lambda c: min(c["end"], sentence["end"]) - max(c["start"], sentence["start"]))
            read[sentence["id"]] = best
            shares["boundaries exact"].add((best["start"], best["end"]) == (sentence["start"], sentence["end"]))
            _claim(sentence, best, shares, carried, out)
    out.figures = {name: share.value for name, share in shares.items()}
    standings = [share.value for name, share in shares.items() if name.startswith("standing ")]
    out.figures["standing, mean over standings"] = sum(standings) / len(standings)
    out.figures["carried over F1"] = f1(carried["right"], carried["given"], carried["gold"])
    _pairs(records, read, gold, out)
    return out


def f1(right: int, given: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (given + gold) if given + gold else 0.0


def _note(out: Measured, right: bool, what: str, sentence: Record, wanted: object, given: object) -> bool:
    if not right:
        out.misses.append(f"{what:<10} {sentence['id']:<12} wanted {wanted}, given {given}: {sentence['words'][:60]}")
    return right


def _article(report: Record, article: Record, shares: dict[str, Share], out: Measured) -> None:
    found = (article["outlet"], article["republished_from"])
    if not shares["outlets"].add(found == (report["outlet"], report["republished_from"])):
        out.misses.append(f"outlet     {report['file']}: given {found}")
    given, possible = article["published"] or {}, report["published_possible"]
    first, last = _day(given.get("earliest"), date.min), _day(given.get("latest"), date.max)
    low, high = _day(possible["earliest"], date.min), _day(possible["latest"], date.max)
    shares["bounds possible"].add(first <= high and low <= last)
    if not shares["bounds within what the text allows"].add(low <= first and last <= high):
        out.misses.append(f"bounds     {report['file']}: possible {low} to {high}, given {first} to {last}")


def _day(text: str | None, otherwise: date) -> date:
    return date.fromisoformat(text) if text else otherwise


def _claim(sentence: Record, claim: Record, shares: dict[str, Share], carried: dict[str, int], out: Measured) -> None:
    given, accepted = claim["sourcing_type"], sentence["types"]
    right = _note(out, shares["sourcing type"].add(given in accepted), "type", sentence, accepted, given)
    shares["sourcing family"].add(any({given, wanted} <= family for family in FAMILIES.values() for wanted in accepted))
    standing = "contested" if claim["conflict"] == "contested" else claim["support"]
    wanted = sentence["standings"]
    _note(out, shares[f"standing {wanted[0]}"].add(standing in wanted), "standing", sentence, wanted, standing)
    attributions = claim["attributions"]
    if source := sentence.get("source"):
        places = [place for a in attributions for role in ("source", "antecedent") for place in a.get(role) or []]
        hit = any(_names_it(place, source) for place in places)
        _note(out, shares["source hit"].add(hit), "source", sentence, source["words"], places)
    is_carried = any(a["carried_over"] for a in attributions)
    carried["gold"] += sentence["carried_over"]
    carried["given"] += is_carried
    carried["right"] += sentence["carried_over"] and is_carried and right
    _note(out, is_carried == sentence["carried_over"], "carried", sentence, sentence["carried_over"], is_carried)
    if relays := sentence.get("relays"):
        ok = any(len(a["chain"]) >= sentence["chain_length"] and _in_order(relays, a["chain"]) for a in attributions)
        _note(out, shares["chain"].add(ok), "chain", sentence, relays, [a["chain"] for a in attributions])


def _names_it(place: Sequence[int], source: Record) -> bool:
    """Overlaps the wanted naming phrase, and is not a whole sentence around it: at most three times as long and twenty characters more."""
    overlaps = place[0] < source["end"] and source["start"] < place[1]
    return overlaps and place[1] - place[0] <= 3 * (source["end"] - source["start"]) + 20


def _in_order(wanted: Iterable[str], given: Iterable[str]) -> bool:
    rest = iter(given)
    return all(any(key == link for link in rest) for key in wanted)


def _pairs(records: Sequence[Record], read: dict[str, Record], gold: Record, out: Measured) -> None:
    """Same-claim pairs across articles, conflicts, and the groups whose support and origins are known."""
    sentence_of = {claim["id"]: name for name, claim in read.items()}
    article_of = {claim["id"]: claim["article"] for claim in read.values()}
    groups = [r for r in records if r["record"] == "group"]
    together = {
        frozenset((sentence_of[a], sentence_of[b]))
        for group in groups
        for a, b in combinations([c for c in group["claims"] if c in sentence_of], 2)
        if article_of[a] != article_of[b]
    }
    same, neutral = _set(gold["same_claim"]), _set(gold["not_scored"])
    given = together - (neutral - same)
    out.figures["same-claim pairs F1"] = f1(len(given & same), len(given), len(same))
    out.misses += [f"pair       {' '.join(sorted(pair))} wanted same, given apart" for pair in same - given]
    out.misses += [f"pair       {' '.join(sorted(pair))} wanted apart, given same" for pair in given - same]
    out.figures["different events kept apart"] = 1.0 - len(together & _set(gold["different_events"])) / len(gold["different_events"])
    strong = [r for r in records if r["record"] == "conflict" and r["severity"] in ("high", "medium")]
    differ = {frozenset((sentence_of[r["a"]], sentence_of[r["b"]])) for r in strong if r["a"] in sentence_of and r["b"] in sentence_of}
    wanted = _set(gold["conflicts"])
    out.figures["conflicts F1"] = f1(len(differ & wanted), len(differ), len(wanted))
    out.misses += [f"conflict   {' '.join(sorted(pair))} wanted one, given none" for pair in wanted - differ]
    out.misses += [f"conflict   {' '.join(sorted(pair))} wanted none, given one" for pair in differ - wanted]
    for group in gold["groups"]:
        members = {read[name]["id"]: read[name] for name in group["members"] if name in read}
        origins = {len(g["origins"]) for g in groups if members.keys() & set(g["claims"])}
        out.groups[group["name"]] = ({claim["support"] for claim in members.values()}, origins)


def _set(pairs: Iterable[Sequence[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in pairs}


def main() -> None:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    measured = measure(analyze(REPORTS), gold)
    if "--misses" in sys.argv:
        print("\n".join(measured.misses))
    for name, value in sorted(measured.figures.items()):
        print(f"{name:<40} {value:.3f}")
    for group in gold["groups"]:
        supports, origins = measured.groups[group["name"]]
        print(f"{group['name']:<66} wanted {group['support']}/{group['origins']}, given {'+'.join(sorted(supports))}/{sorted(origins)}")


if __name__ == "__main__":
    main()
