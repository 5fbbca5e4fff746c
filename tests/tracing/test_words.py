"""Words are cut to one stem in all their forms, whatever consonants and endings they have."""

import pytest

from provenance.tracing.words import stem


@pytest.mark.parametrize(
    "forms",
    [
        ("supply", "supplies", "supplied", "supplying"),
        ("deny", "denies", "denied", "denying"),
        ("play", "plays", "played", "playing"),
        ("comply", "complies", "complied", "complying"),
    ],
)
def test_verbs_in_y_have_one_stem_in_all_forms(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1
