"""A model as crfsuite writes it, taken apart: the weights of its features as a table, and a small model that knows labels alone.

The small one is told, for each word, what speaks for each label, as the value of an attribute of that label's name, and holds how much one
label speaks for another behind it. So crfsuite still finds the best labels and their probabilities, but the features need not be handed to
it one by one, which takes most of the time. The layout of the file is that of crfsuite 0.12 (Okazaki 2007, `crf1d_model.c`).
"""

import struct
from collections.abc import Sequence
from typing import NamedTuple

from provenance.extraction.attribution.labelling.weights import UNIT, Weights, votes_of

_HEADER = struct.Struct("<4sI4sIIIIIIIII")  # magic, size, kind, version, features, labels, attributes, and where the five parts begin
_FEATURE = struct.Struct("<IIId")  # 0 of an attribute or 1 of a label, which one, which label it speaks for, weight
_PART = struct.Struct("<4sII")  # name, size, how many
_NAMES = struct.Struct("<4sIIIII")  # name, size, flag, byte order, how many, where their places are listed
_ENDS = 2  # label lists beside those of the labels: beginning and end of a sequence, which are not used


class _Trained(NamedTuple):
    labels: list[str]
    attributes: list[str]
    features: list[tuple[int, int, int, float]]
    label_names: bytes
    """The part of the file that lists the labels, as it is."""


def take_apart(model: bytes, outside: str) -> tuple[Weights, bytes]:
    """The weights of a model's features, each label's beside the label `outside`, and the small model as the bytes of a file."""
    trained = _read(model)
    labels = [label for label in trained.labels if label != outside]
    place = {trained.labels.index(label): at for at, label in enumerate(labels)}
    beside = trained.labels.index(outside)
    table = [[0.0] * len(labels) for _ in trained.attributes]
    for kind, attribute, label, weight in trained.features:
        if kind != 0:
            continue
        if label == beside:
            table[attribute] = [own - weight for own in table[attribute]]
        else:
            table[attribute][place[label]] += weight
    weights = Weights(labels, dict(zip(trained.attributes, map(votes_of, table), strict=True)))
    return weights, _labels_alone(trained, beside)


def _read(model: bytes) -> _Trained:
    *_, first_feature, first_label, first_attribute, _, _ = _HEADER.unpack_from(model)
    _, _, count = _PART.unpack_from(model, first_feature)
    start = first_feature + _PART.size
    size = _NAMES.unpack_from(model, first_label)[1]
    return _Trained(
        labels=_names(model, first_label),
        attributes=_names(model, first_attribute),
        features=list(_FEATURE.iter_unpack(model[start : start + count * _FEATURE.size])),
        label_names=model[first_label : first_label + size],
    )


def _names(model: bytes, start: int) -> list[str]:
    """The names in a part of the file, in the order of their numbers."""
    *_, count, listed = _NAMES.unpack_from(model, start)
    found = []
    for place in struct.unpack_from(f"<{count}I", model, start + listed):
        _, size = struct.unpack_from("<II", model, start + place)
        name = model[start + place + 8 : start + place + 8 + size]
        found.append(name.rstrip(b"\0").decode())
    return found


def _labels_alone(trained: _Trained, outside: int) -> bytes:
    """A model with an attribute for each label but `outside`, of its name and one unit's weight, and the weights between labels."""
    count = len(trained.labels)
    own = [label for label in range(count) if label != outside]
    between = [feature for feature in trained.features if feature[0] == 1]
    features = [*((0, label, label, UNIT) for label in own), *between]
    behind = [[len(own) + at for at, feature in enumerate(between) if feature[1] == label] for label in range(count)]
    by_attribute = [[own.index(label)] if label in own else [] for label in range(count)]
    packed = b"".join(_FEATURE.pack(*feature) for feature in features)
    parts: list[bytes] = [
        _PART.pack(b"FEAT", _PART.size + len(packed), len(features)) + packed,
        trained.label_names,
        trained.label_names,  # the attributes bear the labels' names
    ]
    starts = [_HEADER.size]
    for name, lists in ((b"LFRF", [*behind, *[[]] * _ENDS]), (b"AFRF", by_attribute)):
        parts.append(_references(name, lists, _HEADER.size + sum(map(len, parts))))
    for part in parts[:-1]:
        starts.append(starts[-1] + len(part))
    size = _HEADER.size + sum(map(len, parts))
    return _HEADER.pack(b"lCRF", size, b"FOMC", 100, 0, count, count, *starts) + b"".join(parts)


def _references(name: bytes, lists: Sequence[Sequence[int]], start: int) -> bytes:
    """Lists of feature numbers as a part of the file that begins at `start`."""
    packed = [struct.pack(f"<{len(numbers) + 1}I", len(numbers), *numbers) for numbers in lists]
    place = start + _PART.size + 4 * len(lists)
    places = []
    for each in packed:
        places.append(place)
        place += len(each)
    return _PART.pack(name, place - start, len(lists)) + struct.pack(f"<{len(places)}I", *places) + b"".join(packed)
