"""What stands in place of the rows where there are more of them than anybody reads one by one."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.language import Texts
from countyplan.report.overview.counting import counted
from countyplan.report.overview.overview_model import AreaStanding, Crowd

# Ours: so many rows are a few screens; a country's are thousands.
MOST_ROWS = 500
# Ours, measured (docs, how far one machine goes): a page takes some 14 kB for each row, and so many take a browser seconds.
MOST_ON_A_PAGE = 2_000
# Ours: as many of the worst as one reads through.
WORST = 20


def build_crowd(areas: Sequence[AreaStanding], rows: int, changed: int, texts: Texts) -> Crowd | None:
    """What is told in place of so many `rows`; None where they are few enough to be shown."""
    if rows <= MOST_ROWS:
        return None
    worst = sorted((one for one in areas if one.lagging), key=lambda one: -len(one.lagging))[:WORST]
    left_out = len(areas) - len(worst) if worst else 0
    return Crowd(
        heading=texts.say("crowd.heading"),
        areas=tuple(texts.say("crowd.area", area=one.heading, counts=counted(one.counts, texts)) for one in worst),
        left_out=texts.say("crowd.left_out", count=left_out) if left_out else "",
        rest=texts.say("crowd.rest", count=rows),
        page=texts.say("crowd.page" if rows <= MOST_ON_A_PAGE else "crowd.too_many", count=rows),
        fits_a_page=rows <= MOST_ON_A_PAGE,
        changes_left_out=texts.say("crowd.changes", count=changed) if changed else "",
    )
