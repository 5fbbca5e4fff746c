"""`sources show` and `sources grade`: what is known of one source, and the letter that a newsroom gives it."""


def test_a_source_is_shown_with_letter_record_and_neighbours(taken_in) -> None:
    out = taken_in("sources", "show", "sana").out
    assert out.startswith("SANA  (sana)\n  state agency, owned by the state of Syria\n")
    assert "Letter F: nobody has given SANA a letter yet" in out
    assert "Record: 0 supported, 0 refuted, 1 open" in out
    assert "no verdict yet: only what is expected of its kind" in out
    assert "Repeated by: Baladi News (1), Reuters (1)" in out
    assert "The bridge over the river reopened on Friday" in out
    both = [taken_in("sources", "show", outlet).out for outlet in ("Baladi News", "Reuters")]
    assert all("Relies on: SANA (1)" in out for out in both)
    assert sum("that it published: 1 (" in out for out in both) == 1, "one of the two repeats, the other was first"


def test_a_letter_is_given_shown_and_taken_back(taken_in) -> None:
    done = taken_in("sources", "grade", "SANA", "d", "--why", "retracted twice\x1b[31m")
    assert done.code == 0
    assert "Kept as tester: grade source sana: D" in done.out
    assert "\x1b" not in done.out
    out = taken_in("sources", "show", "sana").out
    assert "Letter D: given by tester: retracted twice" in out
    assert "What people decided" in out
    assert "given by tester" in taken_in("sources").out
    assert "Taken back: grade source sana: D" in taken_in("undo").out
    assert "Letter F" in taken_in("sources", "show", "sana").out


def test_verdicts_are_counted_and_the_interval_is_told(taken_in) -> None:
    claim = next(line.split()[0] for line in taken_in("sources", "show", "sana").out.splitlines() if "The bridge over" in line)
    assert taken_in("review", claim, "--verdict", "refuted").code == 0
    out = taken_in("sources", "show", "sana").out
    assert "Record: 0 supported, 1 refuted, 0 open" in out
    assert "share that holds: 0.39 (0.19–0.60 with probability 0.8); 1 decided claim and what is expected of its kind" in out


def test_what_cannot_be_is_refused_in_one_sentence(taken_in) -> None:
    done = taken_in("sources", "grade", "sana", "G", "--why", "x")
    assert done.code == 1
    assert "Give A (completely reliable), B, C, D or E (unreliable), or F to withdraw a letter" in done.err
    done = taken_in("sources", "grade", "sana", "B", "--why", " ")
    assert done.code == 1
    assert "needs its reason" in done.err
    done = taken_in("sources", "show", "no such house")
    assert done.code == 1
    assert "No outlet or origin is called “no such house”" in done.err
    assert taken_in("sources", "grade", "sana", "B").code == 2
