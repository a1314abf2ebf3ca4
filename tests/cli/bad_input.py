#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Gives the whole program what it should refuse: one clear line, the exit code of the design, the store as it was.

usage: bad_input.py WHEREOF SOURCE_DIR
"""
import io
import json
import os
import pathlib
import resource
import sqlite3
import shutil
import subprocess
import sys
import tempfile
import zipfile

WHEREOF, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
failures = []


class Home:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="whereof-bad-")
        self.path = pathlib.Path(self.folder.name)
        self.store = self.path / "store.db"

    def write(self, name, data):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return str(path)

    def run(self, *words, limit_bytes=None, timeout=240):
        def limit():
            if limit_bytes:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, limit_bytes))
                import signal

                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

        env = dict(os.environ, HOME=str(self.path), LANG="C.UTF-8")
        env.pop("XDG_DATA_HOME", None)
        env.pop("XDG_CACHE_HOME", None)
        return subprocess.run([WHEREOF, *words], env=env, cwd=self.path, capture_output=True, check=False,
                              timeout=timeout, preexec_fn=limit)

    def content(self):
        """What the store says of itself, for before and after."""
        return self.run("list", "--db", str(self.store), "--format", "ndjson").stdout


def expect(name, done, code, words):
    err = done.stderr.decode("utf-8", "replace")
    problems = []
    if done.returncode != code:
        problems.append(f"exit {done.returncode}, expected {code}")
    for word in words:
        if word not in err:
            problems.append(f"stderr does not mention {word!r}")
    if "Sanitizer" in err or "runtime error" in err:
        problems.append("sanitizer report")
    if problems:
        failures.append(f"{name}: {'; '.join(problems)}\n    stderr: {err[:600]!r}")


def bomb_document():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (300 << 20))
    return packed.getvalue()


def refused_files():
    home = Home()
    good = (SOURCE / "corpus/articles/sore-back.md").read_bytes()
    home.write("good.md", good)
    assert home.run("add", "good.md", "--db", str(home.store)).returncode == 0
    before = home.content()
    bomb = "<!DOCTYPE a [" + "".join(
        f'<!ENTITY e{i} "{"&e%d;" % (i - 1) * 10 if i else "ha"}">' for i in range(10)) + "]><article><body><p>&e9;</p></body></article>"
    cases = [
        ("empty", home.write("empty.txt", b""), 2, ["empty"]),
        ("pdf", home.write("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"\0\1\2" * 500), 2, ["PDF"]),
        ("binary", home.write("noise.txt", bytes(range(256)) * 64), 2, ["noise.txt"]),
        ("entity bomb", home.write("bomb.xml", '<?xml version="1.0"?>' + bomb), 2, ["ENTITY"]),
        ("zip", home.write("doc.md", b"PK\x03\x04" + b"\0" * 200), 2, ["doc.md"]),
        ("zip bomb", home.write("bomb.docx", bomb_document()), 2, ["bomb.docx", "unpacks to more than"]),
        ("old word", home.write("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), 2, ["old Word", "save it as DOCX"]),
        ("missing", str(home.path / "none.txt"), 2, ["no such file"]),
        ("folder without articles", str((home.path / "hollow")), 2, ["no article"]),
    ]
    (home.path / "hollow").mkdir()
    for name, path, code, words in cases:
        expect(f"add {name}", home.run("add", path, "--db", str(home.store)), code, words)
        expect(f"check {name}", home.run("check", path), code, words)
        if home.content() != before:
            failures.append(f"add {name}: the store changed")
    expect("entity bomb in HTML", home.run("check", home.write("bomb.html", bomb), "--fail-on", "none"), 0, [])


def odd_but_read():
    home = Home()
    cases = [
        ("nul bytes", "a few words of text\0 and a NUL in them.\n\nAnother paragraph.\n".encode()),
        ("invalid utf-8", b"Back pain is common \xff\xfe\x80 and gets better.\n"),
        ("deep html", b"<html><body>" + b"<div>" * 200000 + b"deep words here" + b"</div>" * 200000),
        ("one long line", b"word " * 400000),
    ]
    for name, data in cases:
        path = home.write("odd.txt" if "html" not in name else "odd.html", data)
        done = home.run("add", path, "--db", str(home.store))
        if done.returncode not in (0, 2) or b"Sanitizer" in done.stderr:
            failures.append(f"{name}: exit {done.returncode}, {done.stderr[:300]!r}")


def one_in_a_thousand():
    home = Home()
    for i in range(1000):
        home.write(f"many/{i:04}.txt", f"Article {i}\n\nWalking helps [1].\n\nReferences\n1. Maher C. Back pain. Lancet. 2017;389:{i}-747.\n")
    home.write("many/0500.txt", b"")
    done = home.run("add", "many", "--db", str(home.store))
    expect("one bad file in a thousand", done, 1, ["0500.txt"])
    if b"999 added" not in done.stdout:
        failures.append(f"one bad file in a thousand: {done.stdout!r}")


def foreign_databases():
    home = Home()
    article = home.write("a.md", (SOURCE / "corpus/articles/sore-back.md").read_bytes())
    home.run("add", article, "--db", str(home.store))
    with sqlite3.connect(home.store) as db:
        db.execute("PRAGMA user_version = 999")
    expect("newer store", home.run("add", article, "--db", str(home.store)), 2, ["999", "newer"])
    foreign = home.path / "foreign.db"
    with sqlite3.connect(foreign) as db:
        db.execute("CREATE TABLE accounts(id)")
    expect("foreign database", home.run("add", article, "--db", str(foreign)), 2, ["another program"])
    if sqlite3.connect(foreign).execute("SELECT group_concat(name) FROM sqlite_schema").fetchone()[0] != "accounts":
        failures.append("foreign database: it was changed")
    expect("text as a store", home.run("list", "--db", home.write("text.db", "x" * 5000)), 2, ["text.db"])
    expect("folder as a store", home.run("list", "--db", str(home.path)), 2, [])


def full_disk():
    home = Home()
    small = home.write("small.md", (SOURCE / "corpus/articles/sore-back.md").read_bytes())
    home.run("add", small, "--db", str(home.store))
    before = home.content()
    big = home.write("big.txt", "".join(f"Sentence number {i} says that exercise helps the back [1].\n\n" for i in range(20000)) +
                     "References\n1. Maher C. Back pain. Lancet. 2017;389:736-747.\n")
    done = home.run("add", big, "--db", str(home.store), limit_bytes=600_000)
    if done.returncode != 2:
        failures.append(f"full disk: exit {done.returncode}, {done.stderr[:300]!r}")
    if home.content() != before:
        failures.append("full disk: the store changed")
    if home.run("add", big, "--db", str(home.store)).returncode != 0:
        failures.append("full disk: the next run, with room, fails")


def hostile_references():
    """One line out for every line in, valid JSON, whatever comes; the codes of the design."""
    home = Home()
    strings = ["x" * 1_000_000, "," * 100_000, "\x01\x02\x1b[31m\x7f", "\u202eשלום, ע. (2001). \u202c", "(" * 50_000, "1 " * 50_000, "\ufeff", '"' * 9000]
    raw = home.write("raw.txt", "\n".join(strings).encode() + b"\n\xff\xfe\x80 2001\n\xed\xa0\x80\n")
    lines = [json.dumps({"id": str(i), "raw": s}) for i, s in enumerate(strings)]
    broken = ["{", "[1]", "null", '{"raw":7}', '{"id":{"a":1},"raw":[]}', "[" * 100_000, '{"id":"a","raw":"' + "x" * 100_000]
    ndjson = home.write("raw.ndjson", "\n".join(lines + broken) + "\n")
    documents = [json.dumps({"id": "d", "lines": strings}), json.dumps({"id": "odd", "lines": [1, None, ["a"], {}, "References"]}),
                 json.dumps({"lines": ["1. Smith J. Pain. 2001;1:1-9."] * 20_000}), '{"id":"no list","lines":"References"}', *broken]
    papers = home.write("papers.jsonl", "\n".join(documents).encode() + b'\n{"id":"\xff","lines":["\xff\xfe"]}\n')
    count = {raw: len(strings) + 2, ndjson: len(lines + broken), papers: len(documents) + 1}
    for words, file, code in ((["parse"], raw, 0), (["parse", "--explain", "--format", "ndjson"], raw, 0),
                              (["parse", "--input-format", "ndjson"], ndjson, 1),
                              (["parse", "--explain", "--format", "ndjson", "--input-format", "ndjson"], ndjson, 1),
                              (["parse", "--documents"], papers, 1), (["parse", "--documents"], home.write("bad.jsonl", "\n".join(broken)), 2)):
        name = " ".join(words)
        done = home.run(*words, file)
        expect(name, done, code, ["could not be read"] if code else [])
        out = done.stdout.decode("utf-8").split("\n")[:-1]
        if len(out) != count.get(file, len(broken)):
            failures.append(f"{name}: {len(out)} lines for {count.get(file, len(broken))}")
        for line in out:
            json.loads(line)
    done = home.run("parse", "--explain", raw)
    expect("parse --explain", done, 0, [])
    if b"\x1b" in done.stdout or "\u202e".encode() in done.stdout:
        failures.append("parse --explain: control characters reach the terminal")


def closed_output():
    home = Home()
    article = home.write("a.md", (SOURCE / "corpus/articles/sore-back.md").read_bytes())
    with open("/dev/full", "wb") as full:
        done = subprocess.run([WHEREOF, "check", article], env=dict(os.environ, HOME=str(home.path)), stdout=full,
                              stderr=subprocess.PIPE, check=False, timeout=60)
    if done.returncode != 2 or b"standard output" not in done.stderr:
        failures.append(f"full output device: exit {done.returncode}, {done.stderr!r}")


    with open("/dev/full", "wb") as full:
        done = subprocess.run([WHEREOF, "check", "--help"], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    if done.returncode != 2 or b"standard output" not in done.stderr:
        failures.append(f"help to a full device: exit {done.returncode}, {done.stderr!r}")


def reader_gone():
    """Whoever reads the first line only ends the command, however long the input goes on."""
    home = Home()
    article = home.write("a.md", (SOURCE / "corpus/articles/sore-back.md").read_bytes())
    home.run("add", *[home.write(f"many/{i}.md", pathlib.Path(article).read_bytes()) for i in range(300)], "--db", str(home.store))
    endless = b'{"id":"1","raw":"Maher C. Back pain. Lancet. 2017;389:736."}\n'
    cases = [
        (["check", "--input-format", "ndjson", "-", "--format", "ndjson"], endless),
        (["parse", "--input-format", "ndjson"], endless),
        (["export", "--all", "--format", "ndjson", "--db", str(home.store)], None),
    ]
    for words, line in cases:
        env = dict(os.environ, HOME=str(home.path), LANG="C.UTF-8")
        feeder = subprocess.Popen([sys.executable, "-c", f"while True: print({line!r}.decode(), end='')"],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) if line else None
        command = subprocess.Popen([WHEREOF, *words], env=env, stdin=feeder.stdout if feeder else subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if feeder:
            feeder.stdout.close()
        command.stdout.readline()
        command.stdout.close()
        try:
            err = command.stderr.read()
            code = command.wait(timeout=60)
        except subprocess.TimeoutExpired:
            command.kill()
            code, err = "none: it ran on", b""
        if code != 141 or err:
            failures.append(f"reader gone, {words[0]}: exit {code}, {err!r}")
        if feeder:
            feeder.wait(timeout=60)


def read_only_folder():
    """A store that nobody may write can be read, with nothing made beside it."""
    home = Home()
    article = home.write("a.md", (SOURCE / "corpus/articles/sore-back.md").read_bytes())
    store = home.path / "kept" / "store.db"
    home.run("add", article, "--db", str(store))
    home.path.chmod(0o755)
    program = home.path / "whereof"  # nobody may not look into every folder that holds a build
    shutil.copy(WHEREOF, program)
    store.chmod(0o444)
    store.parent.chmod(0o555)
    cases = [(["list"], 0), (["search", "low back pain"], 0), (["show", article], 0), (["export", "--all"], 0),
             (["check", "--all", "--fail-on", "none"], 0), (["remove", article], 2), (["add", article], 2)]
    for words, code in cases:
        def become_nobody():
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)

        done = subprocess.run([program, *words, "--db", str(store)], env=dict(os.environ, HOME=str(home.path)), cwd="/",
                              capture_output=True, check=False, timeout=240, preexec_fn=become_nobody)
        expect(f"read-only folder, {words[0]}", done, code, ["read-only"] if code else [])
        if code == 0 and not done.stdout:
            failures.append(f"read-only folder, {words[0]}: nothing was said")
    if [x.name for x in store.parent.iterdir()] != ["store.db"]:
        failures.append("read-only folder: something was made in it")
    store.parent.chmod(0o755)


for part in (refused_files, odd_but_read, one_in_a_thousand, foreign_databases, full_disk, hostile_references,
             closed_output, reader_gone, read_only_folder):
    part()
print("\n".join(failures) if failures else "bad input: all refused or read as they should be")
sys.exit(1 if failures else 0)
