"""A folder of submissions by county and year, as the pages in docs/ describe it."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
MADE_UP = ROOT / "examples" / "illustrative"
WRONG = "area: 建德市\nperiod: 2024\nfigures:\n  地区生产总直: 484.4\n"


def submissions(folder: Path) -> Path:
    """`submissions/COUNTY/YEAR.yaml`, as far as the made-up examples are of that form."""
    for path in MADE_UP.glob("*.yaml"):
        area, year = path.stem.split("-")
        target = folder / "submissions" / area / f"{year}.yaml"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    (folder / "submissions" / "jiande").mkdir()
    shutil.copy(MADE_UP / "jiande-2022-2024.csv", folder / "submissions" / "jiande" / "2022-2024.csv")
    return folder / "submissions"


def plant(folder: Path) -> None:
    """Files that Python runs in the place of installed ones where the current folder comes first: nothing fails."""
    for name in ("pip.py", "countyplan.py", "typer.py"):
        (folder / name).write_text("print('hijacked')\nraise SystemExit(0)\n", encoding="utf-8")


def environment(**words: str | Path) -> Mapping[str, str]:
    """The environment of a job that has this Python first on its path."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("COUNTYPLAN", "GITHUB"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**inherited, "PATH": path, **{name: str(value) for name, value in words.items()}}


def yaml_blocks(page: str) -> list[str]:
    """The examples in YAML of a page in docs/, which are the same in both languages but for their comments."""
    texts = [(ROOT / "docs" / lang / "how-to" / page).read_text(encoding="utf-8") for lang in ("zh", "en")]
    found, other = (re.findall(r"^```yaml\n(.*?)^```$", text, re.M | re.S) for text in texts)
    assert [*map(yaml.safe_load, found)] == [*map(yaml.safe_load, other)]
    return found


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
