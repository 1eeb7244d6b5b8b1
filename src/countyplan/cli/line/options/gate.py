"""What lets a submission in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from countyplan.choice import FailOn
from countyplan.cli.line.options.option import Panel, option

WaiverFile = Annotated[
    Path | None,
    option(
        Panel.GATE,
        "--waivers",
        env="WAIVERS",
        help="豁免文件，默认是报送文件旁的每个 waivers.yaml。Waivers (default: each waivers.yaml beside the submissions).",
    ),
]
Baseline = Annotated[
    Path | None,
    option(
        Panel.GATE,
        env="BASELINE",
        help="已知问题文件：只有新问题使退出码为 2。Known findings: only new ones make it exit with 2.",
    ),
]
WriteBaseline = Annotated[
    Path | None,
    option(Panel.GATE, help="把现有问题记为已知问题。Write today's findings down as known."),
]
FailOnOption = Annotated[
    FailOn,
    option(
        Panel.GATE,
        env="FAIL_ON",
        help="达到哪一种就以 1 退出，后面的包括前面的。From which verdict on to exit with 1; each takes in those before it.",
    ),
]
