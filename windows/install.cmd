@echo off
rem Double-click this once: it installs countyplan into the folder .venv beside this one. Nothing else on the machine changes.
chcp 65001 >nul
cd /d "%~dp0.."
py -3 -m venv .venv || goto failed
.venv\Scripts\python -m pip install --disable-pip-version-check . || goto failed
echo.
echo OK. Now drag workbooks or folders onto windows\open.cmd
pause
exit /b 0
:failed
echo.
echo It did not work. Python 3.11 or later is needed: see docs\en\how-to\windows.md
pause
exit /b 1
