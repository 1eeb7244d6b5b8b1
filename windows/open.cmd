@echo off
rem Drag workbooks or folders onto this file, or onto a shortcut to it: the report is written beside the first and opened.
chcp 65001 >nul
if "%~1"=="" (
  echo Drag workbooks or folders onto this file.
  pause
  exit /b 2
)
"%~dp0..\.venv\Scripts\countyplan.exe" open %*
if errorlevel 1 pause
