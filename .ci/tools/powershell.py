"""A grammar of PowerShell reads scripts, and says which commands they run with which parameters."""

import re

import tree_sitter
import tree_sitter_pwsh

PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_pwsh.language()))


def _text(node):
    return node.text.decode()


def _walk(node):
    yield node
    for child in node.children:
        yield from _walk(child)


def read(script):
    """Why the script is no PowerShell, and what it runs."""
    tree = PARSER.parse(script.encode())
    for node in _walk(tree.root_node):
        if node.is_error or node.is_missing:
            return f"line {node.start_point.row + 1}, column {node.start_point.column + 1}: no PowerShell", []
    return None, [use for node in _walk(tree.root_node) if node.type == "command" for use in [_use(node)] if use]


def _use(node):
    """`Get-Thing -Name -Status=Failed`: a bare word behind a parameter is its value; `|` in front where a pipe feeds it."""
    words = []
    name = node.child_by_field_name("command_name")
    if name is None:
        return None
    if not re.fullmatch(r"[A-Z]\w+-\w+", _text(name)):
        # A program: its arguments as they are.
        return " ".join(_text(node).split())
    words.append(_text(name))
    elements = node.child_by_field_name("command_elements")
    for element in elements.children if elements else []:
        if element.type == "command_parameter":
            words.append(_text(element).rstrip(":"))
        elif element.type == "generic_token" and words[-1].startswith("-") and re.fullmatch(r"[A-Za-z]\w*", _text(element)):
            words[-1] += "=" + _text(element)
        elif element.type != "command_argument_sep":
            words.append("*")
    fed = node.parent.type == "pipeline_chain" and node.parent.children[0] != node
    return ("|" if fed else "") + " ".join(words)
