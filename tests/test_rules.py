"""Each rule fires on its own example, and spares its other one."""

import ast
from pathlib import Path

import pytest

import hearsay.reading  # noqa: F401 - loading it registers its rules
from hearsay.language import Analyser
from hearsay.publish.rule_lists import list_rules
from hearsay.reading import read
from hearsay.rules import Rule, counted, listed, rule, rules, without
from tests.factories import document

ROOT = Path(__file__).parent.parent


def fired(analyser: Analyser, text: str) -> set[str]:
    """The rules that say yes somewhere in a text."""
    with counted() as counts:
        read(document(text), analyser.analyse(text))
        return {id for id, count in counts.items() if count.fired}


@pytest.mark.parametrize("one", rules(), ids=lambda one: one.id)
def test_a_rule_fires_on_its_example_and_spares_the_other(analyser: Analyser, one: Rule) -> None:
    assert one.id in fired(analyser, one.fires)
    assert one.id not in fired(analyser, one.spares)


def test_a_rule_says_what_it_decides_in_one_line() -> None:
    for one in rules():
        assert not one.decides[0].islower(), one.id
        assert one.decides.endswith("."), one.id
        assert len(one.decides) <= 120, one.id


def test_an_id_is_given_once() -> None:
    with pytest.raises(ValueError, match="no free id"):
        rule("events-1")(bool)


def test_tables_and_code_have_the_same_rules() -> None:
    assert listed() == {one.id for one in rules()}


def test_the_reference_page_is_as_the_command_writes_it() -> None:
    page = (ROOT / "docs/reference/rules.md").read_text("utf-8")
    assert page == list_rules(rules(), "markdown", 80)


def test_a_rule_can_be_held_at_no(analyser: Analyser) -> None:
    one = rules()[0]
    with without(one.id):
        assert one.id not in fired(analyser, one.fires)
    assert one.id in fired(analyser, one.fires)


def test_every_decision_of_the_readers_is_a_rule() -> None:
    """A function that returns True or False by looking at a text is a rule; one that only looks
    something up says so in a comment above it: "no rule: ..."."""
    bare = []
    for path in sorted((ROOT / "src/hearsay/reading").rglob("*.py")):
        lines = path.read_text("utf-8").splitlines()
        for node in ast.parse("\n".join(lines)).body:
            if (
                not isinstance(node, ast.FunctionDef)
                or ast.unparse(node.returns or node.args) != "bool"
            ):
                continue
            above = [ast.unparse(decorator) for decorator in node.decorator_list]
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            excused = lines[first - 2].startswith("# no rule: ")
            if not excused and not any(text.startswith("rule(") for text in above):
                bare.append(f"{path.relative_to(ROOT)}: {node.name}")
    assert bare == []
