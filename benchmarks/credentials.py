"""Times the verification of Content Credentials: this library beside c2pa-python, in one run.

Usage: python3 benchmarks/credentials.py JAVA BENCHMARKS_JAR [FOLDER]

The media are made and signed first. Our process has a heap of 64 MiB. The figures are milliseconds,
shortest and median, of files that lie in the page cache; `sha256` is hashlib's over the same bytes.
"""

import hashlib
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import c2pa

NAMES = ["picture.jpg", "picture.png", "video-10.mp4", "video-105.mp4"]
PATIENCE_SECONDS = 4


def timed(action):
    for _ in range(2):
        action()
    times = []
    until = time.perf_counter() + PATIENCE_SECONDS
    while time.perf_counter() < until or len(times) < 5:
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return min(times), statistics.median(times)


def verified(file, settings):
    with c2pa.Reader(str(file), context=c2pa.Context(settings)) as reader:
        state = json.loads(reader.json())["validation_state"]
    if state != "Trusted":
        raise SystemExit(f"{file} is {state}")


def main(java, jar, folder):
    def run(name, *arguments):
        command = [java, "-Xmx64m", "-cp", jar, "io.gasminer.benchmarks." + name, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    run("CredentialSamples", str(folder))
    anchors = folder / "root.pem"
    settings = c2pa.Settings.from_dict(
        {"trust": {"user_anchors": anchors.read_text()}, "verify": {"verify_trust": True}}
    )
    files = [folder / name for name in NAMES]
    ours = {}
    for line in run("CredentialTimings", str(anchors), *map(str, files)).splitlines():
        name, shortest, median = line.split()
        ours[name] = float(shortest), float(median)
    print(f"{'file':16} {'MB':>7} {'ours':>17} {'c2pa-python':>17} {'sha256':>17}")
    for file in files:
        theirs = timed(lambda: verified(file, settings))
        content = file.read_bytes()
        hashed = timed(lambda: hashlib.sha256(content).digest())
        cells = (f"{a:8.2f} {b:8.2f}" for a, b in (ours[file.name], theirs, hashed))
        print(f"{file.name:16} {len(content) / 1e6:7.2f}", *cells)


if __name__ == "__main__":
    if len(sys.argv) > 3:
        main(sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(sys.argv[1], sys.argv[2], pathlib.Path(made))
