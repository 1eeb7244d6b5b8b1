"""What is read, what of it is judged, and what lets a submission in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from countyplan.choice import FailOn
from countyplan.cli.line import completion
from countyplan.cli.line.options import Panel, option

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="报送文件或文件夹。Submissions: files or folders.")]
PlanFolder = Annotated[
    Path | None,
    option(
        Panel.INPUT,
        "--plan",
        metavar="FOLDER",
        env="PLAN",
        help="方案文件夹，默认是随程序附带的方案。The plan's folder (default: the plan that ships with this).",
    ),
]
AgainstFolder = Annotated[
    Path | None,
    option(
        Panel.INPUT,
        "--against",
        metavar="FOLDER",
        help="旧方案的文件夹：写明哪些结论因方案而变。Another version of the plan: tell which verdicts it changes.",
    ),
]
Encoding = Annotated[
    str | None,
    option(
        Panel.INPUT,
        env="ENCODING",
        help="文本编码，如 utf-8、gb18030；默认由内容判别。Encoding of the text (default: told by what it says).",
    ),
]
InputFormat = Annotated[
    str,
    option(
        Panel.INPUT,
        metavar="SUFFIX",
        help="标准输入（-）的格式：yaml、json、csv、xlsx……The format of standard input (-).",
    ),
]
Limit = Annotated[
    list[str] | None,
    option(
        Panel.INPUT,
        "--limit",
        metavar="NAME=NUMBER",
        env="LIMIT",
        help="读取一个文件的限额，如 cells=2000000，可以重复写。What reading a file may take, such as cells=2000000.",
    ),
]


AsOf = Annotated[
    str | None,
    option(
        Panel.SCOPE,
        metavar="PERIOD",
        env="AS_OF",
        help="判断时点，如 2024、2024-Q2、2024-06；默认是报送的最晚一期。Judge as of (default: the latest period reported).",
    ),
]
Areas = Annotated[
    list[str] | None,
    option(
        Panel.SCOPE,
        "--area",
        env="AREA",
        autocompletion=completion.areas,
        help="地区名称、id 或代码，total 或 all，可以重复写；默认是报送文件提到的。"
        "Area by id, name or code; total; all; as often as wanted (default: those reported, and totals).",
    ),
]
Units = Annotated[
    list[str] | None,
    option(
        Panel.SCOPE,
        "--unit",
        env="UNIT",
        autocompletion=completion.units,
        help="责任单位，可以重复写。Responsible unit by id or name; as often as wanted.",
    ),
]
Clauses = Annotated[
    list[str] | None,
    option(
        Panel.SCOPE,
        "--clause",
        env="CLAUSE",
        autocompletion=completion.clauses,
        help="条款，写序号或标号（18、（十八）、2.4），可以重复写。Clause by number or mark; as often as wanted.",
    ),
]
CarryForward = Annotated[
    bool,
    option(
        Panel.SCOPE,
        "--carry-forward",
        env="CARRY_FORWARD",
        help="某地缺当期数据时，合计采用它较早的数据。Totals take an area's earlier figure if one is lacking.",
    ),
]
Since = Annotated[
    str | None,
    option(
        Panel.SCOPE,
        metavar="PERIOD",
        help="会议材料与哪一期相比，默认是上一期。What a meeting's paper compares with (default: the period before).",
    ),
]


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
