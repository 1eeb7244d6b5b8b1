"""`python -m countyplan`: the same as the installed command."""

from countyplan.cli.start import main

if __name__ == "__main__":
    main()
