"""Turns pages of Microsoft's cmdlet reference into rows of tests/commands/cmdlets/.

The pages are the Markdown of MicrosoftDocs' repositories `azure-docs-powershell`, `PowerShell-Docs` and
`windows-powershell-docs`. Usage: cmdlets.py DAY FOLDER PAGE..., where a page is a path below the folder of a checkout.
"""

import pathlib
import re
import sys


def _section(text, title):
    found = re.search(rf"^## {title}$(.*?)(?=^## )", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def _parameters(syntax):
    """`Name` where it may be left out or given by position, `!Name` where it has to be named."""
    for found in re.finditer(r"(\[*)-(\w+)", syntax):
        yield found[2] if found[1] else "!" + found[2]


def row(day, edition, text):
    """The row of a page."""
    name = re.search(r"^# (\S+)", text, re.MULTILINE)[1]
    source = re.search(r"^online version: ([^?\s]+)", text, re.MULTILINE)[1]
    sets = re.findall(r"```(?:\w*)\n(.*?)```", _section(text, "SYNTAX"), re.DOTALL)
    rows = [" ".join(_parameters(syntax.split(name, 1)[1].split("[<CommonParameters>]")[0])) for syntax in sets]
    lines = [f"[cmdlet.{name}]", f'source    = "{source}"', f'edition   = "{edition}"', f'looked-up = "{day}"', "sets      = ["]
    lines += [f'  "{each}",' for each in rows] + ["]"]
    for parameter in re.finditer(r"^### -(\w+)$(.*?)(?=^### |^## )", _section(text + "\n## ", "PARAMETERS") + "\n### ", re.MULTILINE | re.DOTALL):
        values = re.search(r"^Accepted values: (.+)$", parameter[2], re.MULTILINE)
        if values:
            lines.append(f'values.{parameter[1]} = "{" ".join(values[1].replace(",", " ").split())}"')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    today, folder, *pages = sys.argv[1:]
    for page in pages:
        # `azps-16.2.0/Az.Compute/Get-AzVM.md`: the edition is the folder above the module's.
        print(row(today, pathlib.Path(page).parts[-3], pathlib.Path(folder, page).read_text(encoding="utf-8")))
