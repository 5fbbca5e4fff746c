"""The language of a text is told where enough of it tells."""

import pytest

from provenance.language.detect import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The heads of the two services met in Moscow on Monday, a senior official said.", "en"),
        ("Turkish intelligence chief met Assad in Damascus.", "en"),
        ("Türkiye Cumhurbaşkanı bu konuda bir açıklama yaptı ve yeni bir dönem başladı dedi.", "tr"),
        ("Le président a déclaré que les deux pays ne sont pas en guerre.", "fr"),
        ("Der Minister hat die Stadt nicht besucht, sagte ein Sprecher der Regierung.", "de"),
        ("Президент России заявил, что это не так и что переговоры в Москве будут.", "ru"),
        ("قال الرئيس التركي إن الاجتماع عقد في موسكو", "ar"),
        ("رئیس جمهور ایران گفت که این کشور پیشنهاد را نمی پذیرد", "fa"),
        ("בית המשפט דחה את הערעור", "he"),
        ("习近平会见了普京", "zh"),
        ("", "und"),
        ("12:30", "und"),
        ("Zxq vbn qwrt", "und"),
    ],
)
def test_the_language_is_told_by_script_and_small_words(text, language):
    assert language_of(text) == language


def test_names_in_another_script_do_not_change_the_language():
    assert language_of("The agency (وكالة) said that the army and the police had met in the town.") == "en"
