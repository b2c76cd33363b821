"""What weekdays say of the day of a page."""

from datetime import date

from hearsay.resolve.dating.weekday_rates import (
    Habit,
    habit_of,
    lag_rates,
    learned_rates,
    log_likelihood,
    observed,
    past_weekdays,
    usual_rates,
    week_rates,
)
from tests.resolve.dating.pages import evidence, page, told

MONDAY = date(1956, 10, 29).toordinal()
WEEK = range(MONDAY, MONDAY + 7)


def _past(*weekdays: int) -> tuple[int, ...]:
    return tuple(weekdays.count(n) for n in range(7))


def _likeliest(habit: Habit) -> int:
    rates = usual_rates(habit.close)
    return max(WEEK, key=lambda day: log_likelihood(habit, rates, day)) - MONDAY


def test_the_latest_weekday_told_is_the_likeliest() -> None:
    assert _likeliest(Habit(past=_past(0))) == 0
    assert _likeliest(Habit(past=_past(5, 6, 0, 0))) == 0
    assert _likeliest(Habit(past=_past(1, 2, 2))) == 2


def test_a_weekday_to_come_is_not_the_day() -> None:
    habit = Habit(past=_past(1, 2), coming=frozenset({3}))
    assert _likeliest(habit) == 2


def test_one_weekday_seldom_means_two_days() -> None:
    habit = Habit(past=_past(6, 0), sure=frozenset({6, 0}), coming=frozenset({0}))
    assert _likeliest(habit) == 0


def test_a_page_that_says_today_tells_other_days_by_weekday() -> None:
    close, plain = Habit(past=_past(0), close=True), Habit(past=_past(0))
    rates = usual_rates(True), usual_rates(False)
    two_days_on = MONDAY + 2
    assert log_likelihood(close, rates[0], two_days_on) > log_likelihood(
        plain, rates[1], two_days_on
    )


def test_the_weekday_of_a_dateline() -> None:
    assert _likeliest(Habit(filed=frozenset({3}))) == 3


def test_an_outlet_that_prints_a_day_later_is_learned() -> None:
    pages = [(Habit(past=_past(n % 7)), MONDAY + 1 + n % 7) for n in range(80)]
    sums = [sum(column) for column in zip(*(observed(h, d) for h, d in pages), strict=True)]
    rates = learned_rates(sums, usual_rates(False))
    habit = Habit(past=_past(2))
    assert max(WEEK, key=lambda day: log_likelihood(habit, rates, day)) == MONDAY + 3


def test_quotations_are_not_the_page_s_own_voice() -> None:
    one = page(
        "a",
        told("march", "on Tuesday"),
        told("rally", "on Friday", status="planned"),
        dates=[evidence("dateline", "LAGOS, Wednesday")],
        quoted="on Thursday",
    )
    habit = habit_of(one)
    assert habit.past == _past(1)
    assert habit.sure == {1}
    assert habit.coming == {4}
    assert habit.filed == {2}


def test_past_weekdays_come_in_the_order_of_the_text() -> None:
    one = page(
        "a",
        told("march", "on Tuesday"),
        told("rally", "on Friday", status="planned"),
        told("vote", "on Sunday"),
        quoted="on Thursday",
    )
    found = past_weekdays(one)
    assert [weekday for _, weekday in found] == [1, 6]
    assert one.document.text[found[0][0] :].startswith("on Tuesday")


def test_rates_lean_on_the_usual_ones_where_few_pages_are_known() -> None:
    assert lag_rates([])[0] > lag_rates([])[1] > lag_rates([])[2]
    assert lag_rates([1] * 60)[1] > 0.9
    assert lag_rates([1])[0] > lag_rates([1])[2]
    assert week_rates([]) == [1 / 7] * 7
    assert week_rates([6] * 70)[6] > 0.7
    assert abs(sum(week_rates([0, 3, 3])) - 1) < 1e-9
