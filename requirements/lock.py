"""Writes the versions installed here, for each group of needs, into the files beside this one.

.venv/bin/python requirements/lock.py
"""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

HERE = Path(__file__).parent
MARKER = re.compile(r";\s*(.*)$")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needs(requirements: list[str]) -> dict[str, str]:
    """Every distribution that `requirements` bring in, with its installed version."""
    found: dict[str, str] = {}
    waiting = [requirement for requirement in requirements if "extra ==" not in requirement]
    while waiting:
        name = canonical(re.split(r"[\s\[<>=!~;(]", waiting.pop(), maxsplit=1)[0])
        if name in found:
            continue
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            continue  # asked for on another system only
        found[name] = installed.version.split("+")[0]
        waiting += [need for need in installed.requires or [] if "extra ==" not in need]
    return found


def main() -> None:
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text("utf-8"))
    run = needs(project["project"]["dependencies"])
    groups = {
        "run": run,
        "develop": needs(project["dependency-groups"]["develop"]),
        "train": needs(project["project"]["optional-dependencies"]["training"]),
    }
    known: dict[str, str] = {}
    for name, found in groups.items():
        lines = [f"{need}=={found[need]}" for need in sorted(found) if need not in known]
        (HERE / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
        known |= found


main()
