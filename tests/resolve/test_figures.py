"""Figures are compared inside one event only, by what they count."""

import pytest

from hearsay.model import Relation
from hearsay.resolve.figures.compare import scope_of
from tests.readings import reading
from tests.resolve.stub import resolve

HEADS = (
    "Rescuers worked through a second night.",
    "Hospitals asked for blood.",
    "Schools are shut all week.",
)


def page(figure: str, number: int, published: str, lead: str = "") -> object:
    text = (
        f"{HEADS[number]} {lead}The [Kobe|place 1 JPN] {{earthquake|DISASTER t=1 on=0 nominal=1}} "
        f"<on Tuesday|day=1995-01-17> left {figure}."
    )
    return reading(text, published=published, source=str(number))


def kinds(one: str, other: str, days: tuple[str, str] = ("1995-01-18", "1995-01-18")) -> list[str]:
    pages = [page(figure, n, days[n]) for n, figure in enumerate((one, other))]
    return [relation.kind for relation in relations(*pages)]


def relations(*pages: object) -> list[Relation]:
    return list(resolve(*pages).relations)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("#5,000 people|5000 people e=0# dead", "#5,000|5000 e=0# dead", "agrees"),
        (
            "#about 5,000 people|5000 people e=0 wording=about# dead",
            "#5,100 people|5100 people e=0# dead",
            "refines",
        ),
        (
            "#more than 4,000 people|4000- people e=0# dead",
            "#4,571 people|4571 people e=0# dead",
            "refines",
        ),
        ("#4,000 people|4000 people e=0# dead", "#6,000 people|6000 people e=0# dead", "conflicts"),
        (
            "#20 foreign workers|20 foreign workers e=0# dead",
            "#300 workers|300 workers e=0# dead",
            "differs-in-scope",
        ),
    ],
)
def test_two_figures_of_one_event(one: str, other: str, kind: str) -> None:
    assert kinds(one, other) == [kind]


def test_a_later_figure_is_an_update() -> None:
    days = ("1995-01-18", "1995-01-20")
    assert kinds("#1,800|1800 e=0# dead", "#4,000|4000 e=0# dead", days) == ["updates"]


def test_different_things_are_not_compared() -> None:
    assert not kinds(
        "#5,000 people|5000 people e=0# dead", "#80,000 houses|80000 houses e=0# burnt"
    )


def test_different_units_are_not_compared() -> None:
    assert not kinds("#40|40 people e=0# dead", "#40 percent|40 people unit=percent e=0# homeless")


def test_figures_of_two_events_are_not_compared() -> None:
    one = page("#5,000 people|5000 people e=0# dead", 0, "1995-01-18")
    other = reading(
        "The [Neftegorsk|place 1 RUS] {earthquake|DISASTER t=1 on=0 nominal=1} <on Sunday|"
        "day=1995-05-28> left #2,000 people|2000 people e=0# dead.",
        published="1995-05-30",
    )
    assert not relations(one, other)


def test_a_part_points_at_its_whole() -> None:
    text = (
        "They fired #300 rockets|300 rockets#, #half of these|50 rockets unit=percent of=0# at sea."
    )
    record = resolve(reading(text))
    whole, part = sorted(record.figures, key=lambda figure: figure.cite.span.start)
    assert part.of == whole.id
    assert whole.event is None


def test_an_event_has_the_figures_that_are_given_of_it_as_its_effects() -> None:
    deaths, wounded = "#5,000 people|5000 people e=0#", "#300 workers|300 workers e=0#"
    record = resolve(
        page(f"{deaths} dead and {wounded} hurt, and #12 schools|12 schools# shut", 0, "1995-01-18")
    )
    (event,) = record.events
    told = {figure.id: figure.counted for figure in record.figures}
    assert sorted(told[id] or "" for id in event.effects) == ["people", "workers"]
    assert list(event.effects) == sorted(event.effects)


def test_two_parts_of_a_whole_are_no_conflict() -> None:
    assert (
        kinds("#nine of the dead|9 dead e=0# unnamed", "#five of the dead|5 dead e=0# unnamed")
        == []
    )


def test_the_killed_and_those_who_died_are_one_toll() -> None:
    killed, died = scope_of("people", "kill", None), scope_of("people", "die", None)
    assert killed == died
    assert killed != scope_of("people", "injure", None)
    assert scope_of("people", "injure", None) == scope_of("people", "wound", None)
