"""The runs of letters of a text, among which words are looked for first."""

from diptych.language.letter_runs import first_runs, folded_runs, letter_runs


def test_runs_are_parted_by_all_that_is_no_letter() -> None:
    assert letter_runs("Điều 5: don't re-use H2O_x") == (
        "Điều",
        "don",
        "t",
        "re",
        "use",
        "H",
        "O",
        "x",
    )


def test_capitals_do_not_matter_among_folded_runs() -> None:
    assert folded_runs("Tháng Ba, STRASSE, Straße") == {"tháng", "ba", "strasse"}


def test_a_phrase_is_told_by_its_first_run() -> None:
    assert first_runs(["Guinea-Bissau", "’tis so", "42"]) == {"Guinea", "tis"}
