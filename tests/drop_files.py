#!/usr/bin/env python3
"""Drops files on a window of X11 as a file manager does, through the XDND protocol.

usage: drop_files.py [--hold SECONDS] TITLE X Y FILE...

The window is the first whose title contains TITLE; X and Y are counted from its corner. Needs python3-xlib.
Exit code 0 when the window has taken the files, 1 when it has not.
"""
import os
import sys
import time
import urllib.parse

from Xlib import X, display
from Xlib.protocol import event

arguments = sys.argv[1:]
hold = 0.0
if arguments[0] == "--hold":
    hold = float(arguments[1])
    arguments = arguments[2:]
title, x, y, files = arguments[0], int(arguments[1]), int(arguments[2]), arguments[3:]

screen = display.Display()
root = screen.screen().root
atom = screen.intern_atom


def title_of(window):
    found = window.get_full_property(atom("_NET_WM_NAME"), X.AnyPropertyType)
    if found is None:
        return window.get_wm_name() or ""
    return found.value.decode() if isinstance(found.value, bytes) else str(found.value)


def find(window):
    """The window itself or the first below it that takes drops and has the title."""
    if window.get_full_property(atom("XdndAware"), X.AnyPropertyType) and title in title_of(window):
        return window
    for child in window.query_tree().children:
        found = find(child)
        if found:
            return found
    return None


target = find(root)
if target is None:
    sys.exit(f"no window that takes drops is called “{title}”")
corner = target.translate_coords(root, 0, 0)
x, y = x + abs(corner.x), y + abs(corner.y)

source = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
source.set_selection_owner(atom("XdndSelection"), X.CurrentTime)
paths = [urllib.parse.quote(os.path.abspath(file)) for file in files]
addresses = "".join(f"file://{path}\r\n" for path in paths).encode()


def tell(kind, data):
    target.send_event(event.ClientMessage(window=target, client_type=atom(kind), data=(32, data)))
    screen.flush()


def answer(kind, seconds):
    """What the window answers. Meanwhile it may ask for the names of the files."""
    end = time.time() + seconds
    while time.time() < end:
        while screen.pending_events():
            told = screen.next_event()
            if told.type == X.SelectionRequest:
                told.requestor.change_property(told.property, atom("text/uri-list"), 8, addresses)
                told.requestor.send_event(event.SelectionNotify(
                    time=told.time, requestor=told.requestor, selection=told.selection, target=told.target,
                    property=told.property))
                screen.flush()
            elif told.type == X.ClientMessage and told.client_type == atom(kind):
                return told.data[1]
        time.sleep(0.005)
    return None


tell("XdndEnter", [source.id, 5 << 24, atom("text/uri-list"), 0, 0])
for _ in range(3):
    tell("XdndPosition", [source.id, 0, (x << 16) | y, X.CurrentTime, atom("XdndActionCopy")])
    status = answer("XdndStatus", 3)
if not status or not status[1] & 1:
    sys.exit("the window does not take the files")
answer("nothing", hold)
tell("XdndDrop", [source.id, 0, X.CurrentTime, 0, 0])
if answer("XdndFinished", 5) is None:
    sys.exit("the window has not finished the drop")
