"""Prints what CPython's own parser finds defined and called in Python files, to compare the front end with.

usage: python3 oracle.py < list of files, one a line

One JSON array a line: ["file", path] opens a file, ["unparsed", message] tells that CPython cannot read it, and
[kind, line, column, name, text] is a definition or call as in `btdetect program`. Before Python 3.12 positions inside f-strings are not those
of the file: there line and column are 0 and the text is the callee as unparsed.
"""

import ast
import io
import json
import sys
import tokenize
import warnings

EXACT_FSTRINGS = sys.version_info >= (3, 12)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Outline:
    def __init__(self, source):
        self.lines = source.split("\n")
        self.rows = []

    def column(self, line, offset):
        text = self.lines[line - 1]
        return offset if text.isascii() else len(text.encode()[:offset].decode())

    def segment(self, node):
        first, last = node.lineno, node.end_lineno
        begin = self.column(first, node.col_offset)
        end = self.column(last, node.end_col_offset)
        if first == last:
            return self.lines[first - 1][begin:end]
        middle = self.lines[first:last - 1]
        return "\n".join([self.lines[first - 1][begin:], *middle, self.lines[last - 1][:end]])

    def add(self, kind, node, name, text):
        self.rows.append((kind, node.lineno, self.column(node.lineno, node.col_offset) + 1, name, text))

    def visit(self, node, scope, in_fstring):
        if isinstance(node, DEFINITIONS):
            self.definition(node, scope, in_fstring)
            return
        if isinstance(node, ast.Call):
            if in_fstring:
                self.rows.append(("call", 0, 0, scope, ast.unparse(node.func)))
            else:
                self.add("call", node, scope, self.segment(node.func))
        inside = in_fstring or (isinstance(node, ast.JoinedStr) and not EXACT_FSTRINGS)
        for child in ast.iter_child_nodes(node):
            self.visit(child, scope, inside)

    def definition(self, node, scope, in_fstring):
        name = scope + "." + node.name if scope else node.name
        kind = "class" if isinstance(node, ast.ClassDef) else "function"
        self.add(kind, node, name, "")
        body = set(map(id, node.body))
        for child in ast.iter_child_nodes(node):
            self.visit(child, name if id(child) in body else scope, in_fstring)


def read(path):
    with open(path, "rb") as binary:
        encoding, _ = tokenize.detect_encoding(binary.readline)
        binary.seek(0)
        return io.TextIOWrapper(binary, encoding, newline=None).read()


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)
    for line in sys.stdin:
        path = line.rstrip("\n")
        print(json.dumps(["file", path]))
        try:
            source = read(path)
            tree = ast.parse(source)
        except (SyntaxError, UnicodeError, ValueError, LookupError, RecursionError) as error:
            print(json.dumps(["unparsed", str(error)]))
            continue
        outline = Outline(source)
        outline.visit(tree, "", False)
        for row in outline.rows:
            print(json.dumps(row))


main()
