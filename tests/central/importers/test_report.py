from central.importers import BadRow, Report


def test_nothing_a_file_says_moves_the_cursor_or_begins_a_line_of_its_own() -> None:
    report = Report(
        "a\x1b[2J.csv", "d", bad=(BadRow(1, "is\nrow 2: \u202eall is well", 2),), notes=("one\rtwo\u2028three",)
    )
    text = "\n".join(report.lines())
    assert text == (
        "a[U+001B][2J.csv -> d: 0 rows\n1 rows were left out:\n"
        "  row 1 (line 2): is row 2: [U+202E]all is well\none two three"
    )
