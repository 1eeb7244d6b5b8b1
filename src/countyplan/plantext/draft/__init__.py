"""A first draft of a plan's data from its text: by rules and vocabulary, each with how sure it is and why not surer."""

from countyplan.plantext.draft.draft import draft_plan
from countyplan.plantext.draft.draft_model import DraftedPlan, DraftedTarget

__all__ = ["DraftedPlan", "DraftedTarget", "draft_plan"]
