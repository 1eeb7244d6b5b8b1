"""What office files hold: workbooks and tables of documents, as cells that are text.

Nothing here knows of plans or submissions, and nothing but the standard library is imported until a file needs more: it is
what runs in the process that opens files from anyone.
"""
