#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Installs the build into a folder, builds examples/library against it with CMake and with pkg-config, runs both, and holds
README.md's section on the library to the example and to what it prints.

usage: check_package.py SOURCE_DIR BUILD_DIR CMAKE COMPILER VERSION FLAGS      BLESS=1 in the environment writes README.md
"""
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE, BUILD, CMAKE, COMPILER, VERSION, FLAGS = sys.argv[1:]
SOURCE = pathlib.Path(SOURCE)
EXAMPLE = SOURCE / "examples/library"
ARGUMENTS = ["corpus/articles/small-ache.txt", "early PT beats delayed PT"]


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, timeout=240, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def session(program, folder, library):
    """What the example prints. Its store is made anew."""
    store = folder / "articles.db"
    for left in folder.glob("articles.db*"):
        left.unlink()
    env = dict(os.environ, HOME=str(folder), LD_LIBRARY_PATH=library)
    return run(program, ARGUMENTS[0], store, ARGUMENTS[1], cwd=SOURCE, env=env)


def build_with_cmake(folder, prefix):
    run(CMAKE, "-G", "Ninja", "-S", EXAMPLE, "-B", folder / "cmake", f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_CXX_COMPILER={COMPILER}",
        f"-DCMAKE_CXX_FLAGS={FLAGS} -Wall -Wextra -Wpedantic -Werror")
    run(CMAKE, "--build", folder / "cmake")
    return folder / "cmake/check_and_search"


def build_with_pkg_config(folder, prefix):
    env = dict(os.environ, PKG_CONFIG_PATH=str(next(prefix.rglob("pkgconfig"))))
    assert run("pkg-config", "--modversion", "whereof", env=env).strip() == VERSION
    flags = run("pkg-config", "--cflags", "--libs", "whereof", env=env).split()
    run(COMPILER, "-std=c++20", *FLAGS.split(), EXAMPLE / "check_and_search.cpp", *flags, "-o", folder / "with_pkg_config")
    return folder / "with_pkg_config"


def declared():
    """What whereof.hpp promises, as "Checker::check" with how many functions of that name there are."""
    header = re.sub(r"//[^\n]*|(?m:^#.*$)", "", (SOURCE / "src/whereof.hpp").read_text(encoding="utf-8"))
    out = collections.Counter()
    for found in re.finditer(r"class WHEREOF_API (\w+)[^{;]*\{(.*?)\n\};", header, flags=re.S):
        for statement in found[2].split("private:")[0].replace("public:", "").split(";"):
            function = re.search(r"(~?\w+|operator=)\(", statement)
            if function and "= default" not in statement:
                out[f"{found[1]}::{function[1]}"] += 1
    for found in re.finditer(r"WHEREOF_API [^;{(]*?(\w+)\(", header):
        out[found[1]] += 1
    return out


def check_exports(library):
    """All that the header declares can be seen, and nothing else: none of the rooms, nothing of what they are made of."""
    lines = [line.split(" ", 2)[1:] for line in run("nm", "-DC", "--defined-only", library).splitlines()]
    foreign = [name for kind, name in lines if kind in "TDRB" and not name.startswith("whereof::")]
    foreign = [name for name in foreign if not re.match(r"_?_(init|fini|bss_start|end|edata|asan|odr)", name)]
    assert not foreign, f"the library exports {foreign[:5]}"
    ours = {name.removeprefix("whereof::").replace("[abi:cxx11]", "") for _, name in lines if name.startswith("whereof::")}
    seen = collections.Counter(name.split("(")[0] for name in ours)
    promised = declared()
    assert promised["Checker::check"] == 1 and promised["Store::add"] == 2 and promised["name"] > 1, "the header was not understood"
    assert seen == promised, f"not exported: {promised - seen}; exported beside whereof.hpp: {seen - promised}"
    about = {name for _, name in lines if re.match(r"(vtable|typeinfo|typeinfo name|guard variable|VTT) for whereof::", name)}
    classes = {name.split("::")[1] for name in about}
    assert classes == {"Failure"}, f"beside Failure, which is thrown, the library exports what is {sorted(classes)}"


def check_readme(printed):
    readme = SOURCE / "README.md"
    text = readme.read_text(encoding="utf-8")
    example = (EXAMPLE / "check_and_search.cpp").read_text(encoding="utf-8").split("\n", 2)[2]
    wanted = re.sub(r"(```cpp\n).*?(```\n)", lambda m: m[1] + example + m[2], text, count=1, flags=re.S)
    wanted = re.sub(r"(```text\n\$ check_and_search [^\n]*\n).*?(```\n)", lambda m: m[1] + printed + m[2], wanted, count=1, flags=re.S)
    assert wanted.count(printed) == 1 and wanted.count(example) == 1, "README.md has no section with the example and its output"
    if os.environ.get("BLESS"):
        readme.write_text(wanted, encoding="utf-8")
    elif wanted != text:
        sys.exit("README.md: the example or what it prints is out of step; BLESS=1 ctest -R package writes it")


def main():
    with tempfile.TemporaryDirectory(prefix="whereof-package-") as name:
        folder = pathlib.Path(name)
        prefix = folder / "installed"
        for component in ("library", "development"):
            run(CMAKE, "--install", BUILD, "--prefix", prefix, "--component", component)
        library = next(prefix.rglob("libwhereof.so"))
        check_exports(library)
        printed = session(build_with_cmake(folder, prefix), folder, "")
        assert printed == session(build_with_pkg_config(folder, prefix), folder, str(library.parent))
        shutil.rmtree(prefix / "include")  # what is read is the header installed, and no other
        left = subprocess.run([CMAKE, "--build", folder / "cmake", "--clean-first"], capture_output=True, text=True, check=False)
        assert left.returncode != 0, "the example does not need the installed header"
        check_readme(printed)


main()
