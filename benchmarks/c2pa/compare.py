"""Prints what verification takes here and elsewhere; see the file `run` beside it.

Usage: compare.py JAVA BENCHMARKS_JAR PEERS [FOLDER]

The media are made and signed first, in FOLDER if one is named. Our process has a heap of 64 MiB. The figures are
milliseconds, shortest and median, of files that lie in the page cache; for whole processes the shortest of ten.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
NAMES = ["picture.jpg", "picture.png", "video-10.mp4", "video-105.mp4", "video-1070.mp4"]


def lines(command):
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    peak = next(row["peak_mb"] for row in rows if "peak_mb" in row)
    return {row["file"]: row for row in rows if "file" in row}, peak


def whole(command, times):
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        taken.append((time.perf_counter() - start) * 1000)
    return min(taken)


def cell(row, kind=""):
    shortest, median = kind + "min", kind + "median"
    return f"{row[shortest]:8.1f} {row[median]:8.1f}" if row else f"{'–':>17}"


def main(java, jar, peers, folder):
    ours = [java, "-Xmx64m", "-cp", jar]
    subprocess.run([*ours, "io.gasminer.benchmarks.CredentialSamples", str(folder)], check=True)
    anchors = folder / "root.pem"
    files = [folder / name for name in NAMES]
    names = list(map(str, files))
    here, our_peak = lines([*ours, "io.gasminer.benchmarks.CredentialTimings", str(anchors), *names])
    python, python_peak = lines([sys.executable, str(HERE / "python_reader.py"), str(anchors), *names])
    node, node_peak = lines(["node", f"{peers}/typescript_reader.mjs", *names])

    print(f"{'file':16} {'MB':>7} {'gas-miner':>17} {'c2pa-python':>17} {'c2pa-ts':>17}"
          f" {'MessageDigest':>17} {'openssl':>8}")
    for file in files:
        row = here[file.name]
        openssl = whole(["openssl", "dgst", "-sha256", str(file)], 5)
        print(f"{file.name:16} {file.stat().st_size / 1e6:7.1f} {cell(row)} {cell(python[file.name])}"
              f" {cell(node.get(file.name))} {cell(row, 'hash_')} {openssl:8.1f}")
    print(f"peak memory, MB: gas-miner {our_peak:.0f}, c2pa-python {python_peak:.0f}, c2pa-ts {node_peak:.0f}")
    command = ["./gascli", "generator", "verify-c2pa", str(files[1]), "--anchors", str(anchors)]
    print(f"gascli generator verify-c2pa of the PNG, whole process: {whole(command, 10):.0f} ms")
    print(f"gascli --help, whole process: {whole(['./gascli', '--help'], 10):.0f} ms")


if __name__ == "__main__":
    if len(sys.argv) > 4:
        main(sys.argv[1], sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(sys.argv[1], sys.argv[2], sys.argv[3], pathlib.Path(made))
