"""Records: tables, and parts of a document, in which a row tells of a commitment or a project and not of a figure."""
