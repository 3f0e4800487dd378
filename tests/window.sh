#!/usr/bin/env bash
# The window on a real (if unseen) screen: Xvfb, a window manager, mouse and keys, files on the disk.
#
#   tests/window.sh PROGRAM [FOLDER-FOR-SCREENSHOTS]
#
# Installs the Debian packages it needs. Everything it starts ends with it.
set -euo pipefail
cd "$(dirname "$0")/.."
program="$(realpath "${1:?usage: tests/window.sh PROGRAM [FOLDER]}")"

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
needed=(xvfb xdotool openbox x11-utils imagemagick libgl1 libegl1 libgl1-mesa-dri libxcursor1 libxi6 libx11-xcb1
    libxkbcommon-x11-0 python3-xlib fonts-dejavu-core)
missing=()
for package in "${needed[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

work="$(mktemp -d)"
pictures="${2:-$work/pictures}"
mkdir -p "$pictures"
started=()
stop() {
    for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap stop EXIT

export HOME="$work/home" XDG_CONFIG_HOME="$work/home/config" XDG_DATA_HOME="$work/home/data"
export XDG_CACHE_HOME="$work/home/cache" XDG_RUNTIME_DIR="$work/run" LIBGL_ALWAYS_SOFTWARE=1
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

fail() {
    echo "window: $*" >&2
    if [ -n "${window:-}" ]; then import -window root "$pictures/failed.png" || true; fi
    if [ -s "$work/said.txt" ]; then tail -20 "$work/said.txt" >&2; fi
    exit 1
}

# Waits up to 20 seconds until a command succeeds.
until_so() {
    local what="$1"
    shift
    for _ in $(seq 200); do
        if "$@" >/dev/null 2>&1; then return; fi
        sleep 0.1
    done
    fail "in vain waited until $what"
}

# Whether the window manager runs. One that was too early for the screen is started again.
managed() {
    if xprop -root _NET_SUPPORTING_WM_CHECK | grep "window id" >/dev/null; then return; fi
    if [ -z "$manager" ] || ! kill -0 "$manager" 2>/dev/null; then
        openbox >/dev/null 2>&1 &
        manager=$!
        started+=("$manager")
    fi
    return 1
}

# A screen of this size with a window manager on it.
screen() {
    # Xvfb looks for a free number itself and tells it.
    Xvfb -displayfd 3 -screen 0 "$1x24" +extension GLX +extension RANDR -nolisten tcp 3>"$work/display" 2>"$work/xvfb.txt" &
    started+=($!)
    until_so "Xvfb runs" grep -q . "$work/display"
    DISPLAY=":$(cat "$work/display")"
    export DISPLAY
    until_so "the screen is there" xdpyinfo
    manager=
    until_so "the window manager runs" managed
}

# Starts the program with these arguments and waits for its window.
open_window() {
    "$program" "$@" >"$work/said.txt" 2>&1 &
    running=$!
    started+=("$running")
    local title="$wanted_title"
    until_so "a window called “$title” is open" xdotool search --onlyvisible --name "$title"
    window="$(xdotool search --onlyvisible --name "$title" | tail -1)"
    xdotool windowactivate --sync "$window"
    sleep 0.5
}

close_window() {
    kill "$running" 2>/dev/null || true
    wait "$running" 2>/dev/null || true
}

still_runs() { kill -0 "$running" 2>/dev/null || fail "the program has ended: $1"; }

picture() {
    sleep "${2:-0.6}"
    import -window "$window" "$pictures/$1.png"
    still_runs "$1"
}

keys() { xdotool key --clearmodifiers "$@"; sleep 0.3; }
write() { xdotool type --delay 12 "$1"; sleep 0.3; }
click() { xdotool mousemove --window "$window" "$1" "$2" sleep 0.1 click 1; sleep 0.3; }
command_of() { keys ctrl+shift+p; write "$1"; keys Return; }
title_of() { xdotool getwindowname "$window"; }
title_has() { title_of | grep -qF "$1"; }
# How many colours a picture has: a window that draws nothing has one or two.
colours() { identify -format '%k' "$pictures/$1.png"; }
brightness() { convert "$pictures/$1.png" -colorspace Gray -format '%[fx:int(100*mean)]' info:; }

mkdir -p "$work/editions"
cp -r assets/sample "$work/editions/sample"
edition="$work/editions/sample"

screen 1400x900

# ---- the welcome page ----
wanted_title='Pamphleteer'
open_window
picture welcome
[ "$(colours welcome)" -gt 20 ] || fail "the welcome page is blank"
close_window

# ---- the sample: pages, text, save ----
wanted_title='The Kitchen Chair'
open_window "$edition"
picture pages 2
[ "$(colours pages)" -gt 100 ] || fail "no pages are seen"

# The first pieces of the list; whichever row is hit.
click 120 206
picture selected
keys ctrl+2
# Into the text, wherever the panes lie.
click 640 400
keys ctrl+Home
write 'Ephemeral larkspur. '
picture typed
until_so "the title bar marks unsaved changes" title_has '• The Kitchen Chair'
keys ctrl+s
until_so "the typed words are in a file" grep -rqF 'Ephemeral larkspur.' "$edition/pieces"
[ "$(grep -rlF 'Ephemeral larkspur.' "$edition/pieces" | wc -l)" = 1 ] || fail "the words are in several files"
until_so "the title bar shows that all is saved" sh -c "! xdotool getwindowname $window | grep -q '•'"
keys ctrl+3
picture text-and-pages 1.5

# ---- export ----
keys ctrl+e
picture export
are_made() { [ -s "$edition/out/the-kitchen-chair.pdf" ] && [ -s "$edition/out/the-kitchen-chair.epub" ]; }
keys Return
# Where the default button has not taken the key: its place, which moves with the number of lines above it.
for y in 483 500 517 534 466 449; do
    if [ -d "$edition/out" ]; then break; fi
    click 397 "$y"
    sleep 0.5
done
until_so "PDF and EPUB are made" are_made
until_so "the PDF is whole" sh -c "tail -c 8 '$edition/out/the-kitchen-chair.pdf' | grep -q '%%EOF'"
[ "$(head -c 4 "$edition/out/the-kitchen-chair.pdf")" = '%PDF' ] || fail "the PDF is none"
[ "$(head -c 2 "$edition/out/the-kitchen-chair.epub")" = 'PK' ] || fail "the EPUB is none"
picture exported 1
keys Escape

# ---- a real drop ----
printf -- '---\ntitle: On Bridges & Tolls\nauthor: Cy Dean\n---\nMend the bridges.\n' >"$work/on bridges & tolls.md"
python=python3
"$python" -c 'import Xlib' 2>/dev/null || python=/usr/bin/python3
timeout 30 "$python" tests/drop_files.py --hold 1.5 'The Kitchen Chair' 600 400 "$work/on bridges & tolls.md" 2>"$work/drop.txt" &
drop=$!
picture hovering 1
wait "$drop" || fail "the drop: $(cat "$work/drop.txt")"
until_so "the dropped text is a change" title_has '• The Kitchen Chair'
picture dropped
keys ctrl+s
until_so "the dropped text is a piece" grep -rqF 'Mend the bridges.' "$edition/pieces"
until_so "the original is kept" test -e "$edition/originals/on bridges & tolls.md"

# ---- a messy text: looked at, then added ----
cat >"$work/bench.txt" <<'TEXT'
Home
Subscribe

The Long Bench

A bench is the only seat in town that asks nothing of you, and for that reason alone it deserves a column.

Remove it, and you have a street. Leave it, and you have a place where a street may stop and think for a while.

Share this article
TEXT
until_so "the edition is saved" title_has 'The Kitchen Chair'
timeout 30 "$python" tests/drop_files.py 'The Kitchen Chair' 600 400 "$work/bench.txt" 2>"$work/drop.txt" ||
    fail "the drop: $(cat "$work/drop.txt")"
picture intake 2
keys ctrl+Return
until_so "the messy text is a change" title_has '• The Kitchen Chair'
keys ctrl+s
until_so "the messy text is a piece" grep -rqF 'Leave it, and you have a place' "$edition/pieces"
! grep -rqF 'Share this article' "$edition/pieces" || fail "furniture of a page went into the book"

# ---- dark, and every view in it ----
keys ctrl+1
picture light
command_of 'dark colours'
picture dark
[ "$(brightness dark)" -lt "$(($(brightness light) - 15))" ] || fail "dark colours are as bright as light ones"
keys ctrl+2
picture dark-text
keys ctrl+4
picture dark-e-book 1.5
keys F9
picture dark-notices
keys F9
keys F1
picture dark-keys
keys Escape
keys ctrl+shift+p
picture dark-palette
keys Escape

# ---- closing ----
keys ctrl+2
click 640 400
write 'Never to be saved. '
until_so "there is something to lose" title_has '•'
keys alt+F4
picture closing
still_runs "it closed with unsaved changes"
keys Escape
still_runs "Escape closed it"
keys ctrl+s
until_so "all is saved" sh -c "! xdotool getwindowname $window | grep -q '•'"
keys alt+F4
until_so "the program has ended" sh -c "! kill -0 $running"

# ---- hundreds of pieces ----
many="$work/editions/many"
mkdir -p "$many/pieces"
{
    echo 'title = "Three Hundred"'
    echo 'pieces = ['
    for number in $(seq 300); do echo "  \"pieces/$number.md\","; done
    echo ']'
} >"$many/edition.toml"
for number in $(seq 300); do
    {
        printf -- '---\ntitle: Opinion %s of three hundred\nauthors: [Ann Lee]\n---\n' "$number"
        for _ in 1 2 3 4 5 6 7 8; do
            echo 'Nobody asked for this opinion, and nobody will miss it; but a paper has pages, and pages must be filled with'
            echo 'something that looks from afar like thought.'
            echo
        done
    } >"$many/pieces/$number.md"
done
wanted_title='Three Hundred'
open_window "$many"
keys ctrl+1
picture many 2.5
click 120 206
keys End
picture many-end 1.5
keys ctrl+2
click 640 400
keys ctrl+Home
write 'The last one. '
keys ctrl+s
until_so "the last piece is changed" grep -qF 'The last one. Nobody' "$many/pieces/300.md"
close_window

# ---- twice as many pixels ----
screen 2600x1700
wanted_title='The Kitchen Chair'
WINIT_X11_SCALE_FACTOR=2 open_window "$edition"
keys ctrl+3
picture twice 2.5
[ "$(identify -format '%w' "$pictures/twice.png")" -ge 2400 ] || fail "the window does not follow the scale of the screen"
close_window

echo "window: all steps had their effect; pictures in $pictures"
