"""What building the package does besides copying: what ships in YAML is put beside it as what loads faster."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogues(BuildHookInterface[Any]):
    """A wheel gets them without a file written into the source; an editable installation has nowhere else to read them."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile all that ships."""
        root = Path(self.root, "src")
        shipped = _shipped(root)
        places = {source: source.parent for source in root.rglob("*.yaml")}
        places |= {source: root / "countyplan" / "plan" / "tested" for source in Path(self.root, "data").glob("*.yaml")}
        self._folder = TemporaryDirectory()
        for at, (source, folder) in enumerate(sorted(places.items())):
            beside = folder / (source.name + shipped.COMPILED)
            target = beside if version == "editable" else Path(self._folder.name, str(at))
            target.write_bytes(shipped.compiled(source.read_bytes()))
            if version != "editable":
                build_data["force_include"][str(target)] = beside.relative_to(root).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 -- hatch says them
        """Clear away what is in the wheel now."""
        self._folder.cleanup()


def _shipped(root: Path) -> Any:
    """The module that reads what is compiled here, without the package around it, whose dependencies are not there yet."""
    spec = spec_from_file_location("shipped", root / "countyplan" / "language" / "shipped.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
