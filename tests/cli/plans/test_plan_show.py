from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from countyplan.cli.app import app
from tests.plan.plan_of_areas import AREAS, write_tree
from tests.plan.small_plan import RESPONSIBILITIES, TARGETS, write

DRAWN = """\
地区
  虚构国
  ├─ 东省
  │  ├─ 港市
  │  │  ├─ 埠县
  │  │  └─ 湾县
  │  └─ 山县
  └─ 西省

（一）发展目标
"""
LISTED = """\
- 虚构国
  - 东省
    - 港市
      - 埠县
      - 湾县
    - 山县
  - 西省
"""


def shown(folder: Path, form: str) -> str:
    done = CliRunner().invoke(app, ["plan", "show", str(folder), "--lang", "zh", "--format", form])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_areas_with_parents_are_drawn_as_a_tree(tmp_path: Path) -> None:
    folder = write_tree(tmp_path)
    assert DRAWN in shown(folder, "text")
    assert LISTED in shown(folder, "markdown")
    assert "│  │  └─ 湾县\n" in shown(folder, "html")


def test_areas_without_parents_are_not(tmp_path: Path) -> None:
    write(tmp_path, TARGETS, RESPONSIBILITIES)
    assert "\n地区\n" not in shown(tmp_path, "text")


def test_many_areas_of_one_parent_stand_on_one_line(tmp_path: Path) -> None:
    more = [f'  - {{id: c{at}, name: {at}镇, name_en: Town {at}, code: "12{at}", parent: west}}\n' for at in range(13)]
    folder = write_tree(tmp_path, (AREAS, AREAS + "".join(more)))
    told = "、".join(f"{at}镇" for at in range(13))
    assert f"  └─ 西省\n     └─ {told}\n" in shown(folder, "text")


def test_a_circle_is_left_to_the_check_and_ends(tmp_path: Path) -> None:
    folder = write_tree(tmp_path, ("name_en: Nation, code", "name_en: Nation, parent: west, code"))
    targets = folder / "targets.yaml"
    text = targets.read_text(encoding="utf-8").replace("  version:", "  drafted: text.txt\n  version:")
    targets.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["plan", "show", str(folder), "--lang", "zh"])
    assert done.exit_code in {0, 2}
    assert "Traceback" not in done.output
