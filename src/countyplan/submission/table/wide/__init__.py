"""Tables in wide form: rows and columns that each say a part of which figure stands where they cross."""
