"""How well `plan draft` reads texts whose targets were marked by hand."""
