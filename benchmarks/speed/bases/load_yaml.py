"""Files in YAML loaded by PyYAML's C loader, and nothing done with them."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

for name in sys.argv[1:]:
    folder = Path(name)
    for path in sorted(folder.iterdir()) if folder.is_dir() else [folder]:
        yaml.load(path.read_bytes(), yaml.CSafeLoader)
