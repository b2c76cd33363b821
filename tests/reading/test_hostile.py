"""Pages of one kind of mention ten thousand times over: read in seconds, as their length asks.

Analyses are built by hand, a sentence a row of "word/upos/xpos/head/relation".
"""

from collections.abc import Iterable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Analysis, Attribution, Document, NameSpan, Sentence, Span, Token
from hearsay.reading.attribution import find_attributions
from hearsay.reading.attribution.quotations.quotation_index import Level
from hearsay.reading.attribution.quotations.quotation_marks import Quotation
from hearsay.reading.attribution.sources.source_chains import SourceDocuments
from hearsay.reading.names import find_names
from hearsay.reading.quantities import find_quantities
from hearsay.reading.quantities.wholes import Counted, find_wholes
from hearsay.reading.quantity_links import innermost
from hearsay.reading.times import find_times
from hearsay.syntax import Parse, parse
from tests.factories import document
from tests.limits import within

LIMIT = 12  # seconds; each takes about one

LEFT = ("left/VERB/VBD/0/root", "./PUNCT/./-1/punct")


def page(
    sentences: Iterable[Sequence[str]], names: Sequence[NameSpan] = ()
) -> tuple[Document, Parse]:
    """The document and parse of the rows; a head is told by how many words away it is."""
    tokens: list[Token] = []
    bounds: list[Sentence] = []
    words: list[str] = []
    at = 0
    for rows in sentences:
        first = len(tokens)
        for row in rows:
            word, upos, xpos, away, relation = row.rsplit("/", 4)
            head = len(tokens) + int(away)
            tokens.append(Token(at, at + len(word), word, word.lower(), upos, xpos, head, relation))
            words.append(word)
            at += len(word) + 1
        bounds.append(Sentence(first, len(tokens), 0))
    text = " ".join(words)
    return document(text), parse(Analysis(text, tuple(tokens), tuple(bounds), tuple(names)))


def letters(number: int) -> str:
    """A name that no other number has."""
    return "Q" + str(number).translate(str.maketrans("0123456789", "abdefghilm"))


def people(count: int) -> tuple[Document, Parse]:
    """Persons of one surname, each named in full and then by it alone."""
    rows = []
    for number in range(count):
        full = f"{letters(number)}/PROPN/NNP/2/nsubj", "Brandt/PROPN/NNP/-1/flat"
        rows += [(*full, *LEFT), ("Brandt/PROPN/NNP/1/nsubj", *LEFT)]
    names = [
        NameSpan(start, start + size, "person", 0.9)
        for number in range(count)
        for start, size in ((7 * number, 2), (7 * number + 4, 1))
    ]
    return page(rows, names)


def test_thousands_of_one_surname() -> None:
    with within(LIMIT):
        found = find_names(*people(2_000))
    assert len({name.chain for name in found if " " in name.span.text}) == 2_000


def test_a_few_of_one_surname_are_told_apart() -> None:
    assert len({name.chain for name in find_names(*people(1))}) == 1
    assert len({name.chain for name in find_names(*people(2))}) > 2


def test_thousands_of_spellings() -> None:
    rows = [
        ("Otto/PROPN/NNP/2/nsubj", f"Br{letters(n)}/PROPN/NNP/-1/flat", *LEFT) for n in range(3_000)
    ]
    names = [NameSpan(4 * number, 4 * number + 2, "person", 0.9) for number in range(3_000)]
    with within(LIMIT):
        find_names(*page(rows, names))


def test_thousands_of_pronouns_joined_in_a_row() -> None:
    rows = ["he/PRON/PRP/0/root", *["he/PRON/PRP/-1/conj"] * 6_000]
    with within(LIMIT):
        found = find_names(*page([rows]))
    assert len(found) == 6_001


def test_thousands_of_descriptions() -> None:
    rows = ["The/DET/DT/1/det", "ministry/NOUN/NN/-1/conj"] * 2_500
    with within(LIMIT):
        found = find_names(*page([["fell/VERB/VBD/0/root", *rows]]))
    assert len(found) == 2_500


# Beyond the words of any page: how many names are looked through is all that matters here.
OTHERS = [NameSpan(number, number + 1, "person", 0.9) for number in range(10**6, 10**6 + 200_000)]


def test_thousands_of_figures_among_names() -> None:
    rows = ("5/NUM/CD/1/nummod", "men/NOUN/NNS/1/nsubj", "died/VERB/VBD/0/root")
    told = page([rows] * 3_000, OTHERS)
    with within(LIMIT):
        assert len(find_quantities(*told, ())) == 3_000


def test_a_figure_in_a_name_is_none() -> None:
    rows = ("Group/PROPN/NNP/3/nsubj", "of/ADP/IN/1/case", "7/NUM/CD/-2/nmod", *LEFT)
    assert find_quantities(*page([rows], [NameSpan(0, 3, "organization", 0.9)]), ()) == ()


def test_thousands_of_parts_of_parts() -> None:
    """10 of them, 5 of them, and so on: what all are parts of is found without climbing down."""
    men = range(1, 2)
    back = [Counted(4 * n, 4 * n + 3, n, men, None, 4 * n, back=True) for n in range(5_000)]
    rows = ("5/NUM/CD/0/root", "men/NOUN/NNS/-1/dep", "of/ADP/IN/-1/case", "these/DET/DT/-1/det")
    _, tree = page([rows] * 5_001)
    last = Counted(20_000, 20_004, 5_000, men, None, 20_002)
    with within(LIMIT):
        wholes = find_wholes([*back, last], tree.tokens)
    assert wholes[:3] == [None, 0, 1] and wholes[-1] == 0


def test_thousands_of_months_among_names() -> None:
    rows = ("In/ADP/IN/1/case", "June/PROPN/NNP/1/obl", "passed/VERB/VBD/0/root")
    told = page([rows] * 3_000, OTHERS)
    with within(LIMIT):
        assert len(find_times(*told)) == 3_000


def test_a_numeral_of_many_words_is_none() -> None:
    rows = ["Monday/PROPN/NNP/0/root", *["hundred/NUM/CD/-1/nummod"] * 500]
    (monday,) = find_times(*page([rows]))
    assert monday.span.text == "Monday"


def test_thousands_of_quotations_in_one_paragraph() -> None:
    rows = (
        "“/PUNCT/``/1/punct",
        "x/NOUN/NN/4/ccomp",
        ",/PUNCT/,/3/punct",
        "”/PUNCT/''/2/punct",
        "he/PRON/PRP/1/nsubj",
        "said/VERB/VBD/0/root",
        "./PUNCT/./-1/punct",
    )
    told, tree = page([rows] * 2_500)
    with within(LIMIT):
        assert len(find_attributions(told, tree, (), ())) == 2_500


def test_thousands_who_say_it_together() -> None:
    rows = (
        "Otto/PROPN/NNP/5/nsubj",
        ",/PUNCT/,/1/punct",
        "Ana/PROPN/NNP/-2/conj",
        "and/CCONJ/CC/1/cc",
        "Juan/PROPN/NNP/-4/conj",
        "said/VERB/VBD/0/root",
        "it/PRON/PRP/1/nsubj",
        "fell/VERB/VBD/-2/ccomp",
        "./PUNCT/./-3/punct",
    )
    names = [
        NameSpan(9 * number + at, 9 * number + at + 1, "person", 0.9)
        for number in range(1_500)
        for at in (0, 2, 4)
    ]
    told, tree = page([rows] * 1_500, names)
    found = find_names(told, tree)
    with within(LIMIT):
        statements = find_attributions(told, tree, found, ())
    assert {len(one.jointly) for one in statements} == {2}


def test_thousands_of_papers() -> None:
    tokens = tuple(range(2, 45_000, 3))
    given = SourceDocuments(dict.fromkeys(tokens, 0), tokens, {"statement": list(tokens)})
    with within(LIMIT):
        last = [given.last(token) for token in range(45_000)]
    assert last[:5] == [None, None, None, 2, 2] and last[-1] == 44_996


def attribution(text: str, *contents: tuple[int, int]) -> Attribution:
    whole = Span.of(text, contents[0][0], contents[-1][1])
    parts = tuple(Span.of(text, *content) for content in contents)
    return Attribution("indirect", whole, parts, None, ())


def test_the_innermost_of_thousands() -> None:
    text = "x" * 80_000
    told = [attribution(text, (n, n + 40)) for n in range(0, 60_000, 2)]
    spans = [Span.of(text, n, n + 3) for n in range(0, 60_000, 3)]
    with within(LIMIT):
        found = innermost(spans, [attribution(text, (0, 80_000)), *told])
    assert None not in found and 0 not in found


ranges = st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(ranges, max_size=8), st.lists(ranges, max_size=8))
def test_the_innermost_is_the_shortest_that_covers(
    told: list[tuple[int, int]], asked: list[tuple[int, int]]
) -> None:
    text = "x" * 40
    spans = [Span.of(text, *each) for each in asked]
    covering = [
        [(b - a, number) for number, (a, b) in enumerate(told) if a <= low and high <= b]
        for low, high in asked
    ]
    wanted = [min(each)[1] if each else None for each in covering]
    assert innermost(spans, [attribution(text, each) for each in told]) == wanted


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=8), ranges)
def test_quotations_are_found_by_their_place(
    gaps: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    found, at = [], 0
    for gap, size in gaps:
        found.append(Quotation(at + gap, at + gap + size, (at + gap, at + gap + size), 0, True, 0))
        at += gap + size
    level, (low, high) = Level(found), asked
    assert list(level.between(low, high)) == [q for q in found if q.start < high and low < q.end]
    assert level.after(low) == next((q for q in found if q.start >= low), None)
    assert level.before(low) == next((q for q in reversed(found) if q.end <= low), None)
    assert level.at(low) == next((q for q in found if q.start == low), None)
