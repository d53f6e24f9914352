#!/bin/sh
# On a machine with internet, of the same system and Python as the server: everything to install, with hashes.
#   sh contrib/offline/bundle.sh dist/nudger-*.whl nudger-offline [EXTRA,EXTRA]
# On the server, without internet:
#   python3 -m venv /opt/nudger
#   /opt/nudger/bin/pip install --no-index --find-links nudger-offline --require-hashes -r nudger-offline/requirements.txt
set -eu
wheel=$1 folder=$2 extras=${3:+[$3]}
mkdir -p "$folder"
python3 -m pip download --quiet --only-binary :all: --dest "$folder" "$wheel$extras"
cd "$folder"
python3 - <<'PYTHON'
import hashlib
import pathlib

with open("requirements.txt", "w", encoding="utf-8") as target:
    for path in sorted(pathlib.Path().glob("*.whl")):
        name, version = path.name.split("-")[:2]
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        target.write(f"{name}=={version} --hash=sha256:{digest}\n")
PYTHON
sha256sum requirements.txt
