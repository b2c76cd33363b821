"""The tables behind names: what they hold, and what is found by them."""

import pytest

from hearsay.ontology import rows, table
from hearsay.reading.names.classify.posts import post_of, same_post
from hearsay.reading.names.detect.gazetteer import find_known
from hearsay.reading.names.link.persons import same_given, same_person
from tests.factories import analysis

SECTORS = set(table("sectors")["order"])


def known(text: str) -> list[tuple[str, str | None]]:
    words = text.replace(".", " .").split()
    rows = "\n".join(f"{word} {word} PROPN NNP {int(n > 0)} dep" for n, word in enumerate(words))
    return [(hit.known.name, hit.known.country) for hit in find_known(analysis(text, rows))]


def test_every_country_has_one_code_of_three_letters() -> None:
    codes = [row["code"] for row in rows("countries")]
    assert len(codes) == len(set(codes)) > 230
    assert all(len(code) == 3 and code.isupper() for code in codes)


def test_institutions_and_regions_name_known_countries_and_sectors() -> None:
    codes = {row["code"] for row in rows("countries")} | {""}
    for row in (*rows("institutions"), *rows("regions")):
        assert row["country"] in codes, row
        assert set(row.get("sectors", "").split()) <= SECTORS, row


def test_offices_and_groups_name_known_sectors() -> None:
    for part in ("posts", "callings"):
        for word, sectors in table("offices")[part].items():
            assert set(sectors.split()) <= SECTORS, word
    assert set(table("groups")["nouns"]) <= SECTORS | {"none"}
    for word, value in table("sectors")["heads"].items():
        assert set(value.split()[1:]) <= SECTORS, word


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Moscow refused", "RUS"),
        ("Moscow refused and Soviet tanks came", "SUN"),
        ("the Congolese army left Brazzaville", "COG"),
    ],
)
def test_the_page_decides_between_states_that_share_a_word(text: str, country: str) -> None:
    assert known(text)[0][1] == country


def test_the_longest_name_is_found_and_capitals_are_read() -> None:
    assert known("South Sudan and SUDAN met") == [("South Sudan", "SSD"), ("Sudan", "SDN")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (["defence", "minister"], ["minister", "of", "defense"], True),
        (["secretary"], ["secretary", "of", "state"], True),
        (["premier"], ["prime", "minister"], True),
        (["vice", "president"], ["president"], False),
        (["foreign", "minister"], ["defence", "minister"], False),
        (["attorney", "general"], ["general"], False),
        (["deputy", "foreign", "secretary"], ["foreign", "minister"], False),
    ],
)
def test_offices_are_compared_by_head_field_and_rank(
    one: list[str], other: list[str], same: bool
) -> None:
    assert same_post(post_of(one), post_of(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("lloyd j austin", "lloyd austin", True),
        ("joe biden", "joseph biden", True),
        ("yoav galant", "yoav gallant", True),
        ("john kennedy", "robert kennedy", False),
        ("john f kennedy", "john p kennedy", False),
        ("kim jong un", "kim jong il", False),
        ("abdel fattah sisi", "fattah sisi", True),
    ],
)
def test_full_names_are_compared_word_by_word(one: str, other: str, same: bool) -> None:
    assert same_person(tuple(one.split()), tuple(other.split())) is same
    assert same_person(tuple(other.split()), tuple(one.split())) is same


def test_initials_stand_for_given_names() -> None:
    assert same_given("r", "robert")
    assert not same_given("r", "john")
