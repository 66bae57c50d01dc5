#!/usr/bin/env bash
# Installs DataFusion and Spark into a folder of their own, from the hashes of requirements/, and sees
# to it that there is a Java. Does nothing where they are there already.
#
#   tests/engines.sh FOLDER
set -euo pipefail

[ "$#" -eq 1 ] || { sed -n '2,5p' "$0" >&2; exit 2; }
folder="$1"
wanted="$(dirname "$0")/../requirements/engines.txt"

if ! command -v java >/dev/null; then
    if [ "$(id -u)" -ne 0 ]; then
        printf 'Install a Java first, 17 or later: openjdk-17-jre-headless\n' >&2
        exit 2
    fi
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless >&2
fi

cmp -s "$wanted" "$folder/installed.txt" && exit
rm -rf "$folder"
# Spark is published as a source archive alone, without any source of its own to compile.
python3 -m pip install --quiet --disable-pip-version-check --require-hashes --target "$folder" -r "$wanted"
cp "$wanted" "$folder/installed.txt"
