#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds src/ to the layering table in docs/design.md: which room may include whom, and which C header lives where.

usage: check_layers.py [SOURCE_DIR]      exit 0 when every #include obeys, 1 with one line per breach otherwise
"""
import pathlib
import re
import sys

DOOR = "whereof.hpp"  # the header for other programs: src/whereof.hpp
root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
ONLY = {"sqlite3.h": {"sqlite"}, "curl/curl.h": {"http"}, "boost/": {"serve"}, "CLI/CLI.hpp": {"cli"}, "CLI/": {"cli"}, "toml++/": {"cli"}, "regex": set()}


def table():
    """Rows `| `room` | … | may include |` of the design document."""
    rules = {}
    for line in (root / "docs/design.md").read_text(encoding="utf-8").splitlines():
        m = re.match(r"\|\s*`(\w+)`\s*\|[^|]*\|([^|]*)\|", line)
        if m:
            rules[m.group(1)] = m.group(2)
    names = list(rules)
    out = {}
    for i, (room, text) in enumerate(rules.items()):
        out[room] = set(names[:i]) if re.search(r"\ball\b", text) else {w for w in re.findall(r"\w+", text) if w in rules}
    return out


def stray(path, parts):
    """A file that is in no room: only the door, which stands alone wherever it is installed."""
    where = path.relative_to(root)
    if parts != (DOOR,):
        return [f"{where}: expected a file in src/<room>/"]
    included = re.findall(r'^\s*#\s*include\s*([<"][^>"]+[>"])', path.read_text(encoding="utf-8"), re.M)
    return [f"{where}: includes {name}, and may include the standard library only" for name in included if not re.fullmatch(r"<[a-z_]+>", name)]


def main():
    allowed = table()
    if not allowed:
        sys.exit("check_layers: no layering table found in docs/design.md")
    breaches = []
    for path in sorted((root / "src").rglob("*.[ch]pp")):
        parts = path.relative_to(root / "src").parts
        if len(parts) != 2:
            breaches += stray(path, parts)
            continue
        room = parts[0]
        if room not in allowed:
            breaches.append(f"{path.relative_to(root)}: room `{room}` is not in the table")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            m = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not m:
                continue
            target = m.group(2)
            where = f"{path.relative_to(root)}:{number}"
            if m.group(1) == '"':
                other = target.split("/")[0]
                if target == DOOR and room != "library":
                    breaches.append(f"{where}: {DOOR} is for other programs, not for room `{room}`")
                if "/" in target and other != room and other not in allowed[room]:
                    breaches.append(f"{where}: `{room}` may not include `{other}`")
            for header, rooms in ONLY.items():
                if (target == header or (header.endswith("/") and target.startswith(header))) and room not in rooms:
                    breaches.append(f"{where}: <{target}> is not for room `{room}`")
    print("\n".join(breaches) if breaches else f"layers: {len(allowed)} rooms, no breach")
    sys.exit(1 if breaches else 0)


main()
