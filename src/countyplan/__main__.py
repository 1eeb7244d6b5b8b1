"""`python -m countyplan`: the same as the installed command."""

from countyplan.cli.app import main

if __name__ == "__main__":
    main()
