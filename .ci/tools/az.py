"""The real Azure CLI reads commands: its parser, its argument validators, its JMESPath. It runs none and reaches nothing."""

import contextlib
import io
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile

# What a substitution prints, where one command needs the answer of another.
ANSWER = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv"

# The Azure CLI of the script: it notes its arguments, each behind a line of its own, and answers as told.
NOTES = """#!/bin/sh
{ for argument; do printf '%s\\0' "$argument"; done; printf '\\n\\0'; } >>"$AZ_NOTES"
printf '%s\\n' "$AZ_ANSWER"
exit "$AZ_EXIT"
"""


class Unreachable(Exception):
    """A validator wants to ask Azure."""


class Read(Exception):
    """All of a command has been read; next it would be run."""


def invocations(script, folder):
    """The arguments of every `az` of a script, as bash passes them. Nothing else can run: the shell is restricted."""
    programs = pathlib.Path(folder, "programs")
    programs.mkdir(exist_ok=True)
    stand_in = programs / "az"
    stand_in.write_text(NOTES)
    stand_in.chmod(0o755)
    notes = pathlib.Path(folder, "notes")
    bash = shutil.which("bash")
    found = []
    # What follows `&&` and what follows `||` are both read.
    for status in "0", "1":
        notes.write_bytes(b"")
        environment = {"PATH": str(programs), "HOME": folder, "AZ_NOTES": str(notes), "AZ_ANSWER": ANSWER, "AZ_EXIT": status}
        subprocess.run(
            [bash, "--restricted", "--noprofile", "--norc", "-c", script],
            env=environment, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False,
        )
        for note in notes.read_bytes().decode().split("\n\0"):
            arguments = note.split("\0")[:-1]
            if arguments and arguments not in found:
                found.append(arguments)
    return found


class Az:
    """The command line of Azure with its whole table of commands, loaded once."""

    def __init__(self, subscriptions):
        folder = tempfile.mkdtemp(prefix="az-")
        os.environ["AZURE_CONFIG_DIR"] = folder
        os.environ["AZURE_CORE_COLLECT_TELEMETRY"] = "no"
        self.folder = folder
        # As after `az login`: some validators ask which subscriptions there are.
        account = [
            {
                "id": "11111111-2222-3333-4444-555555555555", "name": name, "state": "Enabled", "isDefault": not at,
                "tenantId": "99999999-2222-3333-4444-555555555555", "environmentName": "AzureCloud",
                "user": {"name": "admin@example.com", "type": "user"},
            }
            for at, name in enumerate(subscriptions)
        ]
        pathlib.Path(folder, "azureProfile.json").write_text(json.dumps({"subscriptions": account}))

        from azure.cli.core import __version__, get_default_cli
        self.version = __version__
        self.cli = get_default_cli()
        self.cli.invocation = self._invocation()
        self.loader = self.cli.invocation.commands_loader
        self.loader.load_command_table(None)
        self.table = dict(self.loader.command_table)
        # Each command finds the whole table there.
        self.loader.load_command_table = lambda args: setattr(self.loader, "command_table", dict(self.table))
        socket.socket.connect = self._unreachable
        socket.getaddrinfo = self._unreachable

    @staticmethod
    def _unreachable(*_arguments, **_options):
        raise Unreachable("it needs the network to be read")

    @staticmethod
    def _read(*_jobs):
        raise Read

    def _invocation(self):
        cli = self.cli
        return cli.invocation_cls(
            cli_ctx=cli, parser_cls=cli.parser_cls, commands_loader_cls=cli.commands_loader_cls, help_cls=cli.help_cls,
        )

    def judge(self, script):
        """Why the script is not accepted; nothing where it is."""
        commands = invocations(script, self.folder)
        if not commands:
            return "no az command runs"
        return next(filter(None, map(self.read, commands)), None)

    def name(self, script):
        """Why what a sentence calls a command is none."""
        name = script.removeprefix("az ")
        known = any(command == name or command.startswith(name + " ") for command in self.table)
        return None if known else f"'{name}' is no command"

    def read(self, arguments):
        """Goes all the way of a command up to where it would be run."""
        invocation = self._invocation()
        invocation.commands_loader = self.loader
        invocation._run_jobs_serially = invocation._run_jobs_concurrently = self._read
        invocation.resolve_confirmation = lambda *_: None
        self.cli.invocation = invocation
        query = _option(arguments, "--query")
        said = io.StringIO()
        try:
            with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
                invocation.execute(list(arguments))
            return "az answers by itself, nothing is run"
        except Read:
            return _lost_in_table(query) if query is not None and invocation.data["output"] == "table" else None
        except SystemExit:
            return _short(said.getvalue()) or "az ends at once"
        except Exception as failure:  # az has many kinds of its own
            return _short(f"{said.getvalue()} {failure}") or type(failure).__name__


def _option(arguments, name):
    return next((value for option, value in zip(arguments, arguments[1:]) if option == name), None)


def _short(text):
    return " ".join(text.split())[:300]


def _lost_in_table(query):
    """Columns that az leaves out of a table: those of some names, and those that are lists or objects."""
    import jmespath
    from knack.output import _TableOutput

    def result(node):
        """The part of a query that makes the rows."""
        if node["type"] in ("projection", "filter_projection", "value_projection", "pipe", "subexpression"):
            last = node["children"][1]
            # `a[]` and `a[?b]` end in the row itself.
            return result(node["children"][0] if last["type"] == "identity" else last)
        return node

    row = result(jmespath.compile(query).parsed)
    if row["type"] != "multi_select_dict":
        return None
    for pair in row["children"]:
        name, value = pair["value"], result(pair["children"][0])
        if name in _TableOutput.SKIP_KEYS:
            return f"a table leaves out the column '{name}'"
        many = pair["children"][0]["type"] in ("projection", "filter_projection", "value_projection", "flatten")
        if many or value["type"] in ("multi_select_dict", "multi_select_list"):
            return f"a table leaves out the column '{name}', since it is a list or an object"
    return None
