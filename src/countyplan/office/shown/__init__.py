"""How a spreadsheet shows what it stores: numbers with words around them, and dates."""
