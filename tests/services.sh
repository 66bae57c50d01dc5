#!/usr/bin/env bash
# Starts a real PostgreSQL server on loopback as an unprivileged user, for the test suite, and sees
# to it that Chromium and LibreOffice are there.
#
#   tests/services.sh start   install what is missing, start, print the address on standard output
#   tests/services.sh stop    stop it and remove its data
set -euo pipefail

folder="${TMPDIR:-/tmp}/answerable-postgres-$(id -u)"
port="${ANSWERABLE_TEST_POSTGRES_PORT:-54329}"

say() { printf '%s\n' "$*" >&2; }

as_owner() {
    # PostgreSQL refuses to run as root.
    if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

binaries() { find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1; }

install_missing() {
    local wanted=()
    [ -n "$(binaries)" ] && [ -x "$(binaries)/initdb" ] || wanted+=(postgresql)
    # Chromium without windows, of the same source and half the time for a page.
    command -v chromium-headless-shell >/dev/null || wanted+=(chromium-headless-shell)
    # Without a screen; 90 MB to fetch, 290 MB on disk.
    command -v soffice >/dev/null || wanted+=(libreoffice-writer-nogui)
    [ "${#wanted[@]}" -eq 0 ] && return
    if [ "$(id -u)" -ne 0 ]; then
        say "Install these Debian packages first: ${wanted[*]}"
        exit 2
    fi
    say "Installing ${wanted[*]} ..."
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >&2
}

start() {
    install_missing
    local bin; bin="$(binaries)"
    if [ -f "$folder/data/postmaster.pid" ] && as_owner "$bin/pg_ctl" -D "$folder/data" status >/dev/null; then
        print_address
        return
    fi
    rm -rf "$folder"
    mkdir -p "$folder"
    [ "$(id -u)" -eq 0 ] && chown postgres "$folder"
    as_owner "$bin/initdb" -D "$folder/data" -U answerable --auth=trust -E UTF8 --locale=C.UTF-8 >&2
    # Nothing of value lives here, so nothing is forced to disk.
    as_owner "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" start -o \
        "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=off -c max_connections=60" >&2
    as_owner "$bin/createdb" -h 127.0.0.1 -p "$port" -U answerable answerable
    print_address
}

print_address() { printf 'postgresql://answerable@127.0.0.1:%s/answerable\n' "$port"; }

stop() {
    local bin; bin="$(binaries)"
    [ -d "$folder/data" ] && as_owner "$bin/pg_ctl" -s -D "$folder/data" -m immediate stop >&2 || true
    rm -rf "$folder"
}

case "${1:-}" in
    start) start ;;
    stop) stop ;;
    *) sed -n '2,6p' "$0" >&2; exit 2 ;;
esac
