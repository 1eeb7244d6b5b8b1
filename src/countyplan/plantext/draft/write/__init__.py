"""A draft as the files of a plan."""

from countyplan.plantext.draft.write.files import TEXT, draft_files, reasons

__all__ = ["TEXT", "draft_files", "reasons"]
