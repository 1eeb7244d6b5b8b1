"""The pages of docs/ played as a reader would: files are written, commands run, and what they print put below them.

`python -m tests.cli.pages.console` writes the pages anew with what the commands print now. In a page

- a block behind a line that is a file's name in backquotes and a colon is that file;
- a `console` block holds commands, each behind `$ `, and below each what it prints; `echo $?` prints the exit code of the
  command before, `ls` what is in a folder; `console head=4` shows the first lines only, `tail=1` the last, `parts=1-2` what
  stands below these of the headings `== … ==`, with a line `…` where others are left out;
- `sh` and `bat` blocks hold commands without what they print; a backslash of Windows is read as a slash here. None of
  them ends with 2, but where it is remarked that something is still TODO.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from docx import Document
from typer.testing import CliRunner

from countyplan.cli.app import app
from tests.docs.pages import DOCS, LANGUAGES, ROOT, pages
from tests.plantext.small import TEXT, write_small_plan

_BLOCK = re.compile(
    r"(?:^`(?P<name>[^`\n]+)`[：:]\n\n)?^```(?P<kind>\w+)(?P<about>[^\n]*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_SHOWN = re.compile(r" (?P<which>head|tail|parts)=(?P<first>\d+)(?:-(?P<last>\d+))?")
_DAY = "1767225600"  # 2026-01-01
_FRONT = {"zh": "README.zh.md", "en": "README.md"}


@dataclass
class Reader:
    """Someone at work in an empty folder beside the examples."""

    language: str
    code: int = 0

    def play(self, text: str) -> str:
        """The page with what its commands print now."""
        return _BLOCK.sub(self._block, text)

    def _block(self, found: re.Match[str]) -> str:
        kind, body = found["kind"], found["body"]
        if kind in {"bat", "sh"}:
            for line in body.splitlines():
                if line.startswith("cp -r "):
                    copy(*line.split()[2:])
                if line.startswith("countyplan "):
                    self.run(line.replace("\\", "/").partition(" > ")[0])
                    assert self.code < 2 or "TODO" in line, line
        if found["name"] and kind in {"yaml", "csv", "toml"}:
            Path(found["name"]).parent.mkdir(parents=True, exist_ok=True)
            Path(found["name"]).write_text(body, encoding="utf-8")
        if kind != "console":
            return found[0]
        start, end = found[0].split("```" + kind, 1)[0], "```"
        told = "".join(self._command(line[2:], found["about"]) for line in body.splitlines() if line.startswith("$ "))
        return f"{start}```{kind}{found['about']}\n{told}{end}"

    def _command(self, command: str, about: str) -> str:
        lines = [line.rstrip() for line in self.run(command).splitlines()]
        if (shown := _SHOWN.search(about)) and not command.startswith("echo "):
            lines = shortened(lines, shown["which"], int(shown["first"]), int(shown["last"] or shown["first"]))
        return "\n".join([f"$ {command}", *lines]) + "\n"

    def run(self, command: str) -> str:
        """What a command prints."""
        program, *words = shlex.split(command, comments=True)
        if program == "echo":
            return f"{self.code}\n"
        if program == "ls":
            return "".join(f"{path.name}\n" for path in sorted(Path(words[0]).iterdir()))
        assert program == "countyplan", command
        if words[:2] in (["plan", "draft"], ["plan", "init"]):
            shutil.rmtree(words[2 if words[1] == "init" else -1], ignore_errors=True)
        result = CliRunner().invoke(app, words)
        self.code = result.exit_code
        assert result.exception is None or isinstance(result.exception, SystemExit), command
        return result.output


def shortened(lines: list[str], which: str, first: int, last: int) -> list[str]:
    """The lines that are shown, and `…` where others are left out."""
    match which:
        case "head":
            start, end = 0, first
        case "tail":
            start, end = len(lines) - first, len(lines)
        case _:
            headings = [at for at, line in enumerate(lines) if line.startswith("== ")] + [len(lines)]
            start, end = headings[first - 1], headings[last]
    shown = lines[start:end]
    while not shown[-1]:
        shown.pop()
    return [*(["…"] if start else []), *shown, *(["…"] if end < len(lines) else [])]


def environment(language: str) -> Mapping[str, str]:
    """What is set around the reader."""
    return {
        "COUNTYPLAN_LANG": language,
        "COUNTYPLAN_CONFIG": os.devnull,
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "DISPLAY": "",
        "WAYLAND_DISPLAY": "",
        "GITHUB_STEP_SUMMARY": os.devnull,
        "SOURCE_DATE_EPOCH": _DAY,
    }


def played(file: Path, language: str) -> str:
    """The page in `file` with what its commands print now, in a folder that holds the examples and the plan."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder), mock.patch.dict(os.environ, environment(language)):
        Path("data").symlink_to(ROOT / "data")
        for name in ("illustrative", "ledger", "waived", "workbook", "yearly-points"):
            shutil.copytree(ROOT / "examples" / name, Path("examples", name))
        stage()
        return Reader(language).play(file.read_text(encoding="utf-8"))


def copy(what: str, where: str) -> None:
    """`cp -r`: a folder, or all that is in one (`folder/*`)."""
    shutil.copytree(what.removesuffix("/*"), where, dirs_exist_ok=True)


def stage() -> None:
    """What the pages speak of: submissions, and a plan with its text, which one that is drafted takes the place of."""
    shutil.copytree(Path("examples", "waived"), Path("submissions"))
    Path("my-plan").mkdir()
    write_small_plan(Path("my-plan"))
    Path("plan-text.txt").write_text(TEXT, encoding="utf-8")
    document = Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save("plan-text.docx")


def files() -> Iterator[tuple[Path, str]]:
    """The pages that hold commands with what they print, and their languages."""
    for language in LANGUAGES:
        for file in (ROOT / _FRONT[language], *(DOCS / language / path for path in pages(language))):
            if re.search(r"^```(?:console|bat|sh)", file.read_text(encoding="utf-8"), re.MULTILINE):
                yield file, language


if __name__ == "__main__":
    for file, language in [*files()]:
        file.write_text(played(file, language), encoding="utf-8", newline="\n")
