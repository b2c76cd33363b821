"""How far noun phrases reach."""

import pytest

from hearsay.language import Analyser
from hearsay.reading.names.detect.noun_phrases import joined, left_edge, possessive, right_edge
from hearsay.syntax import Parse, parse
from tests.factories import analysis
from tests.reading.names.sighting import token_at, words_of

PHRASES = [  # the head in brackets; what stands before it, and after it without and with clauses
    (
        "The old Polish [minister] of mines in Tarnow, who left, wept.",
        "The old Polish minister",
        "minister of mines in Tarnow",
        "minister of mines in Tarnow",
    ),
    ("Iran's deputy [minister] spoke.", "Iran's deputy minister", "minister", "minister"),
    ("A [man] carrying a bag ran.", "A man", "man", "man carrying a bag"),
    (
        "The [head] of the court of the city of Tarnow ruled.",
        "The head",
        "head of the court of the city of Tarnow",
        "head of the court of the city of Tarnow",
    ),
    ("Ministers and [generals] met.", "generals", "generals", "generals"),
    ("An Iran-backed [militia] left.", "An Iran-backed militia", "militia", "militia"),
    ("A three-day [siege] ended.", "A three-day siege", "siege", "siege"),
    ("They met in the [town].", "the town", "town", "town"),
]


@pytest.mark.parametrize(("text", "before", "after", "with_clauses"), PHRASES)
def test_edges(analyser: Analyser, text: str, before: str, after: str, with_clauses: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    tree = parse(analyser.analyse(plain))
    head = token_at(tree, text.partition("[")[2].partition("]")[0])
    assert words_of(tree, left_edge(tree, head, head + 1), head + 1) == before
    assert words_of(tree, head, right_edge(tree, head, clauses=False)) == after
    assert words_of(tree, head, right_edge(tree, head, clauses=True)) == with_clauses


def test_a_preposition_that_says_where_may_be_left_out(analyser: Analyser) -> None:
    tree = parse(analyser.analyse("The expert on Iran left."))
    head = token_at(tree, "expert")
    without = right_edge(tree, head, clauses=False, without=frozenset({"on"}))
    assert words_of(tree, head, without) == "expert"


def nested(many: int) -> Parse:
    """ "head of part of part of …": each noun hangs on the one before."""
    rows = ["head head NOUN NN 0 root"]
    for number in range(many):
        rows.append(f"of of ADP IN {2 * number + 3} case")
        rows.append(f"part part NOUN NN {2 * number + 1} nmod")
    return parse(analysis("head" + " of part" * many, "\n".join(rows)))


def test_phrases_inside_phrases_are_followed_only_so_far() -> None:
    assert right_edge(nested(3), 0, clauses=False) == 7
    assert right_edge(nested(40), 0, clauses=False) == 13


def test_hyphens_and_possessives(analyser: Analyser) -> None:
    tree = parse(analyser.analyse("Iran's US-made guns - all old - fired."))
    assert possessive(tree, token_at(tree, "Iran")) and not possessive(tree, token_at(tree, "guns"))
    hyphens = [number for number, token in enumerate(tree.tokens) if token.text == "-"]
    assert [joined(tree, number) for number in hyphens] == [True] + [False] * (len(hyphens) - 1)


def test_a_phrase_that_begins_far_away_is_cut() -> None:
    many = 60
    rows = [f"old old ADJ JJ {many + 1} amod" for _ in range(many)] + ["man man NOUN NN 0 root"]
    tree = parse(analysis("old " * many + "man", "\n".join(rows)))
    assert left_edge(tree, many, many + 1) == many - 40
