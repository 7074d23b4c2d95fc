#!/bin/sh
# Fetch uv into .tools/ of this project, with whatever Python has for the purpose.
set -eu
uv='uv==0.13.8'
if python3 -m venv .tools 2>/dev/null && .tools/bin/python -m pip install --quiet "$uv"; then
    exit 0
fi
rm -rf .tools
if python3 -m pip install --quiet --target .tools "$uv" 2>/dev/null; then
    exit 0
fi
rm -rf .tools
cat >&2 <<'MESSAGE'
This project needs uv, and Python here has neither venv nor pip to fetch it with.
Install one of them and run make again; on Debian:

    sudo apt-get install python3-venv
MESSAGE
exit 1
