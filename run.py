import sys; sys.path.insert(0,"/tmp/start-dev/src")
from countyplan.cli.start import main
main()
