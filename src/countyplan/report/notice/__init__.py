"""Requests that go out (督办单): what is asked of one unit, by when, and a slip to be filled in and sent back."""

from countyplan.report.notice.build import Reply, build_notice
from countyplan.report.notice.notice_model import Ask, Notice, ReplySlip, SlipFigure, SlipPromise

__all__ = ["Ask", "Notice", "Reply", "ReplySlip", "SlipFigure", "SlipPromise", "build_notice"]
