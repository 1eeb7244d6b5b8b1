"""The reasoning behind one verdict, so that it can be read out, a file for each of its parts."""
