"""What is judged."""

from __future__ import annotations

from typing import Annotated

from countyplan.cli.line import completion
from countyplan.cli.line.options.option import Panel, option

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
