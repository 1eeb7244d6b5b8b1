"""The lists of key projects as they stand together: what follows from them, what is odd about them, how they went on."""
