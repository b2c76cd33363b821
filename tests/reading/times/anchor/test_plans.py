"""Days of which the tense does not tell whether they are behind or ahead."""

import pytest

from hearsay.language import Analyser
from hearsay.reading.times.anchor.plans import UNTOLD, untold
from tests.reading.times import flat
from tests.reading.times.building import marked, place, sentence

TOLD = [
    ("The kiln was due to reopen on [Friday].", UNTOLD),
    ("Talks had been planned for [Friday].", UNTOLD),
    ("A rally planned for [Saturday] was banned.", UNTOLD),
    ("A shopper looks at empty shelves on [Saturday].", UNTOLD),
    ("Wind delayed efforts to lower the crane on [Saturday].", UNTOLD),
    ("The price was set on [Friday].", "past"),
    ("The potters met the mayor on [Friday].", None),
    ("The potters will meet the mayor on [Friday].", None),
    ("The court sits on [Monday].", None),
    ("The court meets until [Monday].", None),
    ("A rally held on [Saturday] was peaceful.", None),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_plans(analyser: Analyser, text: str, expected: str | None) -> None:
    plain, words = marked(text)
    context = sentence(analyser.analyse(plain))
    assert untold(context, place(context, words)) == expected


def test_without_a_tree_nothing_is_left_open() -> None:
    context = sentence(flat.analyse("The kiln was due to reopen on Friday"))
    assert untold(context, place(context, "Friday")) is None
