"""The reader of TimeML files, and the scoring, on an article of our own."""

from datetime import date
from pathlib import Path

from evaluation.timeml import read
from evaluation.times import paired, scored
from tests.reading.times.flat import analyse

ARTICLE = """<?xml version="1.0" ?>
<TimeML>
<DOCID>own</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="1956-11-05"
 functionInDocument="CREATION_TIME">5 November 1956</TIMEX3></DCT>
<TEXT>
Ships &amp; planes <EVENT eid="e1">arrived</EVENT>
<TIMEX3 tid="t1" type="DATE" value="1956-11-04">yesterday</TIMEX3>.
They had waited <TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>.
The war ended <TIMEX3 tid="t3" type="DATE" value="1956-11">this autumn</TIMEX3>.
<TIMEX3 tid="t4" type="DATE" value="1956"/>
</TEXT>
</TimeML>
"""


def test_an_article_is_read_with_exact_offsets(tmp_path: Path) -> None:
    path = tmp_path / "own.tml"
    path.write_text(ARTICLE, "utf-8")
    article = read(path)
    assert article.created == date(1956, 11, 5)
    assert "Ships & planes arrived" in article.text
    assert [marked.text for marked in article.marked] == ["yesterday", "two days", "this autumn"]
    assert all(article.text[m.start : m.end] == m.text for m in article.marked)


def test_figures_are_those_of_tempeval(tmp_path: Path) -> None:
    path = tmp_path / "own.tml"
    path.write_text(ARTICLE, "utf-8")
    figures = scored(list(paired([read(path)], analyse)))
    assert figures["relaxed_f1"] == figures["strict_f1"] == 100
    assert round(figures["value_f1"], 1) == 66.7
    assert figures["day_accuracy"] == 100
