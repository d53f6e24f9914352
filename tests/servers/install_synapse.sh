#!/bin/sh
# Puts a Matrix server into a virtual environment of its own, for the tests only (AGPL: never a part of the program).
# Used again when it is there. Where: NUDGER_SYNAPSE, else the cache folder of this user.
set -eu
place=${NUDGER_SYNAPSE:-${XDG_CACHE_HOME:-$HOME/.cache}/nudger-tests/synapse}
[ -x "$place/bin/register_new_matrix_user" ] && exit 0
python=${PYTHON:-python3}
echo "Installing Synapse for the tests in $place" >&2
if ! { "$python" -m venv "$place" && "$place/bin/pip" install --quiet --disable-pip-version-check 'matrix-synapse>=1.150'; }; then
    rm -rf "$place"
    echo "not installed: matrix-synapse. The tests that need it are skipped." >&2
fi
