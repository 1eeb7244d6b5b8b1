"""The report as a briefing in Word: in short what a reader has to know, and everything else in annexes."""
