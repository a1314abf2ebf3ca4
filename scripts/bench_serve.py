#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints how long whereof serve takes for pages of a store: processor time of the server and time until the page is there.

usage: bench_serve.py WHEREOF STORE
"""
import http.client
import json
import os
import subprocess
import sys
import time
import urllib.parse

ROUNDS = 20
server = subprocess.Popen([sys.argv[1], "serve", "--port", "0", "--db", sys.argv[2]], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True)
host = urllib.parse.urlsplit(server.stdout.readline()).netloc


def get(target):
    connection = http.client.HTTPConnection(host)
    connection.request("GET", target)
    reply = connection.getresponse()
    return reply.status, reply.read()


def processor_ms():
    with open(f"/proc/{server.pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


try:
    data = {}
    while "checked" not in data:  # surveyed beside the pages
        data = json.loads(get("/?format=json")[1])
        time.sleep(0.2)
    print(f"{data['articles']} articles, {data['claims']} claims, {data['references']} references, {data['checked']} of them looked up before")
    largest = max(json.loads(get("/articles?format=json")[1])["articles"], key=lambda one: one["references"])
    name = urllib.parse.quote(largest["path"], safe="")
    print(f"{'page':62} {'cpu ms':>7} {'median ms':>10} {'p95 ms':>7} {'kB':>6}")
    for target in ("/", "/search?q=bed+rest", "/search?q=early+therapy+beats+delayed+therapy", "/search?q=risk+patients+treatment",
                   "/search?q=pain&evidence=meta-analysis", "/search?q=pain&verdict=mismatch", "/articles", "/works", "/conflicts",
                   f"/article/{name}", f"/claim/{name}%23c1", f"/reference/{name}%23r1"):
        times = []
        begin = processor_ms()
        for _ in range(ROUNDS):
            since = time.monotonic()
            status, body = get(target)
            times.append((time.monotonic() - since) * 1000)
            assert status == 200, (status, target)
        spent = (processor_ms() - begin) / ROUNDS
        times.sort()
        print(f"{target[:62]:62} {spent:7.1f} {times[ROUNDS // 2]:10.1f} {times[ROUNDS * 95 // 100]:7.1f} {len(body) / 1000:6.0f}")
finally:
    server.terminate()
    server.wait()
