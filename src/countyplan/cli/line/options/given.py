"""What is read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from countyplan.cli.line.options.option import Panel, option

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
