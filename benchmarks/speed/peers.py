"""Other programs that look at the same files, each in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
import venv

from benchmarks.speed.inputs import ROOT

_ENVIRONMENTS = ROOT / "build" / "peers"
# What the figures on the page were measured with.
_VERSIONS = {"frictionless": "5.21.0", "check-jsonschema": "0.39.0"}


def peer(name: str) -> str:
    """The path of the command `name`, which is installed first where it is not there yet."""
    folder = _ENVIRONMENTS / f"{name}-{_VERSIONS[name]}"
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    if not (scripts / name).exists():
        venv.create(folder, with_pip=True, clear=True)
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"{name}=={_VERSIONS[name]}"]
        subprocess.run([scripts / "python", *install], check=True)
    return str(scripts / name)
