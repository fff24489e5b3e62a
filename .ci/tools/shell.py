"""Shells read scripts without running them, and shellcheck reads what they mean."""

import json
import subprocess


def _run(*words, script):
    return subprocess.run(words, input=script, capture_output=True, text=True, check=False)


def parses(shell, script):
    """Why a shell cannot read the script; nothing where it can."""
    done = _run(shell, "-n", script=script + "\n")
    return None if done.returncode == 0 and not done.stderr else " ".join(done.stderr.split())


def shellcheck(program, dialect, advice, script):
    """What shellcheck finds, of whatever severity, but for what is mere advice."""
    words = ["--norc", "--shell", dialect, "--format", "json1", *(f"--exclude={code}" for code in sorted(advice)), "-"]
    done = _run(program, *words, script=script + "\n")
    found = json.loads(done.stdout)["comments"]
    return " ".join(f"SC{each['code']} in line {each['line']}: {each['message']}" for each in found) or None
