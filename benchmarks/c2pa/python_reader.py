"""Times c2pa-python: python_reader.py ANCHORS FILE… prints a line of JSON for each file, and its peak memory."""

import json
import pathlib
import resource
import statistics
import sys
import time

import c2pa

PATIENCE_SECONDS = 4


def verified(file, settings):
    with c2pa.Reader(str(file), context=c2pa.Context(settings)) as reader:
        state = json.loads(reader.json())["validation_state"]
    if state != "Trusted":
        raise SystemExit(f"{file} is {state}")


def timed(action):
    for _ in range(2):
        action()
    times = []
    until = time.perf_counter() + PATIENCE_SECONDS
    while time.perf_counter() < until or len(times) < 3:
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return {"min": min(times), "median": statistics.median(times)}


anchors = pathlib.Path(sys.argv[1]).read_text()
settings = c2pa.Settings.from_dict(
    {"trust": {"user_anchors": anchors}, "verify": {"verify_trust": True}}
)
for name in sys.argv[2:]:
    times = timed(lambda: verified(name, settings))
    print(json.dumps({"file": pathlib.Path(name).name, **times}), flush=True)
print(json.dumps({"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
