#!/bin/sh
# Installs the servers that the tests talk to, when they are missing and this user may: root, or sudo without a question.
set -u
missing=
command -v dovecot >/dev/null 2>&1 || [ -x /usr/sbin/dovecot ] || missing="dovecot-imapd"
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v readpst >/dev/null 2>&1 || missing="$missing pst-utils"
[ -z "$missing" ] && exit 0
if ! command -v apt-get >/dev/null 2>&1; then
    echo "not installed, and no apt-get here: $missing. The tests that need them are skipped." >&2
    exit 0
fi
if [ "$(id -u)" = 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else
    echo "not installed: $missing. Install them to run every test: sudo apt-get install $missing" >&2
    exit 0
fi
echo "Installing for the tests: $missing" >&2
$as_root apt-get update -qq >/dev/null
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
