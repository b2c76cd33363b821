"""Who says a thing together, and who does not."""

from typing import TYPE_CHECKING

import pytest

from hearsay.reading import read
from tests.factories import document

if TYPE_CHECKING:
    from hearsay.language import Analyser

TOGETHER = [
    ("The mayor and the bishop said the bridge would be rebuilt.", ["The mayor", "the bishop"]),
    (
        "Margaret Thatcher and François Mitterrand said on Monday that the tunnel would be dug.",
        ["Margaret Thatcher", "François Mitterrand"],
    ),
    (
        "“We have an agreement,” said Finance Minister Ruth Aalto and union leader Pekka Salo.",
        ["Finance Minister Ruth Aalto", "union leader Pekka Salo"],
    ),
    (
        "Sudan and Ethiopia denied that their troops had crossed the river.",
        ["Sudan", "Ethiopia"],
    ),
    (
        "According to the army and the Red Cross, 40 people drowned.",
        ["the army", "Red Cross"],
    ),
    (
        "Germany, France and Italy warned that the tariffs would be answered.",
        ["Germany", "France", "Italy"],
    ),
    (
        "Two miners and a priest told the Clarion that the lamp had gone out.",
        ["Two miners", "a priest"],
    ),
    (
        "The navy, as well as the coast guard, reported that the tanker had sunk.",
        ["The navy", "the coast guard"],
    ),
    (
        "President Ruiz, Trade Secretary Ana Beltran, and other officials said the raid was over.",
        ["President Ruiz", "Trade Secretary Ana Beltran", "other officials"],
    ),
    (
        "The engineer Anna Holm and the pilot Erik Sand saw the wing. They said it was sound.",
        ["The engineer Anna Holm", "the pilot Erik Sand"],
    ),
    ("Norway and Chile signed. “We are ready,” they said.", ["Norway", "Chile"]),
    ("Kenya, along with Uganda, said it would send troops.", ["Kenya", "Uganda"]),
]
ALONE = [
    "The minister of health and sport said the clinics would open.",
    "Officials in Lagos and Abuja said the count was over.",
    "Both ministries said the letter was a forgery.",
    "The mayor met the bishop and said the bridge would be rebuilt.",
    "The Institute of Peace and Conflict Studies said the truce would hold.",
    "Juan Ruiz, a liberal, said the bishop of Lima had closed the roads.",
    "The president, Juan Ruiz, said the roads were closed.",
    "Ruth Aalto, a lawyer and mother of four, said she would run again.",
    "A spokesman for the army and the police said nobody had been arrested.",
]


def tellers(text: str, analyser: "Analyser") -> list[str]:
    reading = read(document(text), analyser.analyse(text))
    first = reading.attributions[0]
    outlets = ("outlet",)
    chain = [teller for teller in first.chain if teller.kind not in outlets]
    return [teller.text for teller in (*chain, *first.jointly)]


def test_coordinated_sources_say_it_together(analyser: "Analyser") -> None:
    """All but one: trees are a model's, and one of ten may come out broken."""
    wrong = [text for text, names in TOGETHER if tellers(text, analyser) != names]
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize("text", ALONE)
def test_one_source_of_two_parts_says_it_alone(text: str, analyser: "Analyser") -> None:
    assert len(tellers(text, analyser)) == 1
