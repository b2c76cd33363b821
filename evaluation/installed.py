"""Whether what users install works: `python -m evaluation.installed`.

The wheel is built and installed with unlocked dependencies into an empty environment, and run in an
empty folder: the command on the bundled example, and the README's Python as a script.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "examples" / "missiles-1962" / "pages"


def run(*command: str | Path, cwd: Path) -> str:
    """The command's output; ends the program with what it said where it fails."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def readme_script() -> str:
    """The Python of the README, reading the bundled example from where it is."""
    found = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    if found is None:
        sys.exit("The README has no Python example.")
    return found.group(1).replace('"examples/missiles-1962/pages"', repr(str(PAGES)))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pip = ("-m", "pip", "--quiet", "--disable-pip-version-check")
        run(sys.executable, "-m", "venv", "environment", cwd=folder)
        python = folder / "environment" / "bin" / "python"
        run(python, *pip, "wheel", "--no-deps", "--wheel-dir", "wheels", ROOT, cwd=folder)
        (wheel,) = (folder / "wheels").iterdir()
        run(python, *pip, "install", wheel, cwd=folder)
        empty = folder / "empty"
        empty.mkdir()
        hearsay = python.with_name("hearsay")
        print(run(hearsay, "read", PAGES, "--record", "r.db", "--quiet", cwd=empty), end="")
        brief = run(hearsay, "brief", "--record", "r.db", cwd=empty)
        (empty / "script.py").write_text(readme_script(), "utf-8")
        told = run(python, "script.py", cwd=empty)
        print(f"Installed and tried: a brief of {len(brief.splitlines())} lines, ", end="")
        print(f"{len(told.splitlines())} lines from the README's script.")


if __name__ == "__main__":
    main()
