"""Pages that name the same people."""

import random

from hearsay.model import Reading
from hearsay.resolve.entities.find_entities import find_entities, link_names
from hearsay.resolve.stories.contemporaries import kin_of
from tests.limits import within
from tests.readings import reading

RUIZ, ESK, BAKO = "[Ana Ruiz|person 1 CHL]", "[Jon Esk|person 2]", "[Olu Bako|person 3]"


def kin(*pages: Reading) -> dict[str, list[str]]:
    """The sources of each page's kin, closest first."""
    ordered = sorted(pages, key=lambda page: page.document.id)
    found = kin_of(ordered, find_entities(link_names(ordered), {}))
    sources = {page.document.id: page.document.source for page in pages}
    return {sources[page]: [sources[k] for k in others] for page, others in found.items()}


def page(source: str, *people: str) -> Reading:
    return reading(f"{' and '.join(people)} met.", source=source)


def test_pages_that_share_a_rare_person_are_kin() -> None:
    found = kin(page("a", RUIZ), page("b", RUIZ), page("c", ESK))
    assert found == {"a": ["b"], "b": ["a"], "c": []}
    assert kin() == {} and kin(page("a", RUIZ)) == {"a": []}


def test_those_who_share_more_come_first() -> None:
    found = kin(page("a", RUIZ, ESK, BAKO), page("b", RUIZ, ESK, BAKO), page("c", RUIZ))
    assert found["a"] == ["b", "c"] and found["c"][:2] in (["a", "b"], ["b", "a"])


def test_who_holds_another_office_is_of_another_time() -> None:
    minister = RUIZ.replace("CHL]", "CHL office=foreign_minister]")
    president = RUIZ.replace("CHL]", "CHL office=president]")
    assert kin(page("a", minister), page("b", president)) == {"a": [], "b": []}
    assert kin(page("a", minister), page("b", minister))["a"] == ["b"]
    assert kin(page("a", minister), page("b", RUIZ))["a"] == ["b"]


def test_who_is_on_many_pages_makes_no_kin_alone() -> None:
    famous = [page(str(number), RUIZ) for number in range(9)]
    assert not any(kin(*famous).values())
    assert all(kin(*famous[:8]).values())


def test_states_and_pronouns_are_nobody() -> None:
    text = "[Chile|state 1 CHL] and [he|person 2 form=pronoun] met."
    assert kin(reading(text, source="a"), reading(text, source="b")) == {"a": [], "b": []}


def test_the_order_of_pages_makes_no_difference_and_kinship_is_mutual() -> None:
    pages = [
        page("a", RUIZ, ESK),
        page("b", ESK, BAKO),
        page("c", RUIZ),
        page("d", BAKO, RUIZ),
        page("e"),
    ]
    found = kin(*pages)
    for seed in range(3):
        random.Random(seed).shuffle(pages)
        assert kin(*pages) == found
    assert all(one in found[other] for one, others in found.items() for other in others)


def test_a_crowd_is_compared_with_neighbours_alone() -> None:
    pages = [page(f"{number}", RUIZ, ESK) for number in range(400)]
    with within(60):
        found = kin(*pages)
    assert max(map(len, found.values())) <= 12
