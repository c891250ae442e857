"""Prints what clang finds in C files as CSV: file,kind,line,column,text.

Usage: clang_rows.py COMPILE_COMMANDS.json|- FILE...

Kinds: call (spelled in the file itself; text is the callee as written), macro (an invocation), function (a definition),
skip (lines from `line` to `column` that the preprocessor left out). Needs the bindings of libclang (Debian: python3-clang).
"""
import csv
import ctypes
import json
import os
import re
import shlex
import sys

from clang import cindex
from clang.cindex import CursorKind, conf


class RangeList(ctypes.Structure):
    _fields_ = [("count", ctypes.c_uint), ("ranges", ctypes.POINTER(cindex.SourceRange))]


LIB = conf.lib
LIB.clang_getSkippedRanges.restype = ctypes.POINTER(RangeList)
LIB.clang_getSkippedRanges.argtypes = [cindex.TranslationUnit, cindex.File]
LIB.clang_getFileLocation.restype = None
LIB.clang_getFileLocation.argtypes = [cindex.SourceLocation, ctypes.POINTER(ctypes.c_void_p)] + [ctypes.POINTER(ctypes.c_uint)] * 3
DETAILED_PREPROCESSING = 1


def place(location):
    """File handle, line, column and offset; of an argument of a macro where it is written, of a macro's body where it is used."""
    file = ctypes.c_void_p()
    numbers = [ctypes.c_uint() for _ in range(3)]
    LIB.clang_getFileLocation(location, ctypes.byref(file), *(ctypes.byref(n) for n in numbers))
    return (file.value, *(n.value for n in numbers))


def arguments(command):
    words, kept = iter(shlex.split(command)[1:]), []
    for word in words:
        if word in ("-o", "-MF", "-MQ"):
            next(words)
        elif word not in ("-c", "-MD", "-Werror") and not word.endswith(".c"):
            kept.append(word)
    return kept


def commands(path):
    if path == "-":
        return {}
    with open(path) as entries:
        return {os.path.realpath(os.path.join(e["directory"], e["file"])): e for e in json.load(entries)}


class Reader:
    def __init__(self, unit, path, out):
        self.unit, self.path, self.out = unit, path, out
        self.main = place(unit.get_location(path, (1, 1)))[0]
        with open(path, "rb") as source:
            self.source = source.read()

    def row(self, *values):
        self.out.writerow([self.path, *values])

    def skipped(self):
        ranges = LIB.clang_getSkippedRanges(self.unit, self.unit.get_file(self.path)).contents
        for i in range(ranges.count):
            self.row("skip", ranges.ranges[i].start.line, ranges.ranges[i].end.line, "")

    def call(self, cursor):
        file, line, column, _ = place(cursor.extent.start)
        parts = list(cursor.get_children())
        if file != self.main or not parts:
            return
        start, end = place(parts[0].extent.start), place(parts[0].extent.end)
        if start[0] != self.main or end[0] != self.main or end[3] <= start[3]:
            return
        if self.source[end[3]:].lstrip()[:1] == b"(":
            text = self.source[start[3]:end[3]].decode("utf-8", "replace")
            self.row("call", line, column, re.sub(r"\s+", " ", text))

    def walk(self, cursor, top):
        for child in cursor.get_children():
            in_main = not top or child.location.file and place(child.location)[0] == self.main
            if child.kind == CursorKind.MACRO_INSTANTIATION:
                if in_main:
                    self.row("macro", child.location.line, child.location.column, child.spelling)
                continue
            if not in_main:
                continue
            if top and child.kind == CursorKind.FUNCTION_DECL and child.is_definition():
                self.row("function", child.location.line, child.location.column, child.spelling)
            if child.kind == CursorKind.CALL_EXPR:
                self.call(child)
            self.walk(child, False)


def main():
    sys.setrecursionlimit(20000)
    known = commands(sys.argv[1])
    index = cindex.Index.create()
    out = csv.writer(sys.stdout, lineterminator="\n")
    for path in sys.argv[2:]:
        entry = known.get(os.path.realpath(path), {"directory": ".", "command": "cc"})
        os.chdir(entry["directory"])
        unit = index.parse(path, args=arguments(entry["command"]) + ["-Wno-everything"], options=DETAILED_PREPROCESSING)
        reader = Reader(unit, path, out)
        reader.skipped()
        reader.walk(unit.cursor, True)


main()
