"""Text nobody meant to be read: an analysis all the same, exact to the character, in bounds."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.language import Analyser
from tests.language.holding import holds

_SLOW = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_ODD = st.text(
    st.one_of(
        st.sampled_from(list(" \n\t.,“”\"'‘’-—()\x00\ud800\u200b\ufeff🎉é中ع٣")),
        st.characters(),
    ),
    max_size=200,
)
_NEWS = (
    "The dam at Vajont held, engineers said.",
    "“Water rose to the roof,” a widow told Radio Lome.",
    "BAMAKO, Mali (AP) — Rebels took Kidal on Oct. 4.",
    "Gen. Otto Brandt denied it.",
)
_PIECES = (
    "\x00",
    "\ud83d",
    "\udc00",
    "\u202e",
    "👩‍🚒",
    "🇱🇾",
    "e\u0301",
    "ﷺ",
    "\x1b[31m",
    "\ufffd",
    "\r",
    "\x85",
    "\u2028",
    "１２",
    "Ω",
    "нет",
    "戦争",
    "شهيد",
    "\n\n",
    "\t",
)


@_SLOW
@given(_ODD)
def test_any_text_has_an_analysis(analyser: Analyser, text: str) -> None:
    holds(analyser.analyse(text), text)


@_SLOW
@given(st.lists(st.one_of(st.sampled_from(_NEWS), st.sampled_from(_PIECES)), max_size=8))
def test_news_with_anything_in_between(analyser: Analyser, pieces: list[str]) -> None:
    """Glued together, and once more with a stray piece inside every word of four letters."""
    text = "".join(pieces)
    torn = text.replace("said", f"sa{pieces[-1]}id") if pieces else ""
    for one in (text, " ".join(pieces), torn):
        holds(analyser.analyse(one), one)


def test_nothing(analyser: Analyser) -> None:
    for text in ("", " ", "\n\n\n", "\x00", "\u200b"):
        assert analyser.analyse(text).tokens == ()


def test_one_character(analyser: Analyser) -> None:
    for text in ("a", "Z", "7", ".", "“", "’", "…", "é", "中", "ع", "😀", "\ud800", "\udfff", "$"):
        analysis = analyser.analyse(text)
        holds(analysis, text)
        assert [token.text for token in analysis.tokens] == [text]


def test_offsets_count_code_points_behind_what_is_wide(analyser: Analyser) -> None:
    """An emoji is one code point here, two elsewhere; a lone surrogate is one."""
    before = "😀 \ud83d 👩‍🚒 e\u0301 中国 "
    text = before + "Otto Brandt resigned."
    analysis = analyser.analyse(text)
    holds(analysis, text)
    brandt = next(token for token in analysis.tokens if token.text == "Brandt")
    assert brandt.start == len(before) + len("Otto ")


def test_control_characters_part_or_vanish(analyser: Analyser) -> None:
    text = "Rebels\x00 took\x07 Kidal\x1b[0m.\x0c Troops\x9d left."
    analysis = analyser.analyse(text)
    holds(analysis, text)
    assert {"Rebels", "took", "Kidal", "Troops", "left"} <= {t.text for t in analysis.tokens}


def test_a_sentence_of_five_thousand_words(analyser: Analyser) -> None:
    text = "the rebels and " * 1667
    analysis = analyser.analyse(text)
    holds(analysis, text)
    assert len(analysis.tokens) == 5001


def test_a_very_long_word(analyser: Analyser) -> None:
    text = "x" * 20_000 + " fell"
    holds(analyser.analyse(text), text)


def test_hostile_runs_take_little_time(analyser: Analyser) -> None:
    started = time.process_time()
    for piece in ("a.", "a-", "'s", "@a", "1,", '"', "(", "..", "U.S."):
        text = piece * 3000
        holds(analyser.analyse(text), text)
    assert time.process_time() - started < 60


# The peak of a process of its own, in KB: before and after a text of 100,000 words is read. Its
# paragraphs come again, as they do in wire copy, so that the test is short.
_LONG = """
import json
from pathlib import Path
from hearsay.language import Analyser

def peak():
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])

analyser = Analyser.load()
paragraph = "Troops took the town of Aru on Monday, a priest said. “We hid,” he told the radio."
ends = [f"It was day {day} of the siege, and bread cost {day} francs." for day in range(150)]
pages = [f"{paragraph} {end}" for end in ends]
analyser.analyse(pages[0])
before = peak()
text = "\\n\\n".join(pages * 24)
analysis = analyser.analyse(text)
print(json.dumps([len(text.split()), len(analysis.tokens), before, peak()]))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc tells the peak here")
def test_a_hundred_thousand_words_fit_in_memory() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _LONG], check=True, capture_output=True, text=True
    ).stdout
    words, tokens, before, after = json.loads(told)
    assert words > 100_000 and tokens > words
    assert after - before < 250 * 1024
    assert after < 700 * 1024
