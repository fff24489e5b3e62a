"""Drives a wizard in a terminal of 80 by 24: it must ask its first question, take an answer, and leave when told to.

Usage: wizard.py COMMAND...
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios

ASKED = b"running?"
PATIENCE = 60


def read(terminal):
    """What the terminal was sent next; nothing where the process has left it or says nothing any more."""
    if not select.select([terminal], [], [], PATIENCE)[0]:
        return b""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


def drive(command):
    process, terminal = pty.fork()
    if process == 0:
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    shown = b""
    while ASKED not in shown:
        new = read(terminal)
        if not new:
            return f"it did not ask, but showed {shown[-2000:]!r}"
        shown += new
    os.write(terminal, b"1")
    if not read(terminal):
        return "it did not take the answer"
    os.write(terminal, b"q")
    while read(terminal):
        pass
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    return f"it left with {status}" if status else None


failure = drive(sys.argv[1:])
if failure:
    sys.exit(f"{' '.join(sys.argv[1:])}: {failure}")
