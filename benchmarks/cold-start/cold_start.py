"""Init, first call, warm call and peak memory of each built function, under AWS's own runtime client and beside a
function that does nothing; and the size of the artifact. The provider and AWS are servers on this machine, over HTTPS.

    benchmarks/run cold-start [rounds]

Builds with SAM first. Prints each figure beside its limit, writes them into docs/performance.md, and exits with 1 when a
limit is broken. Where it may, it runs before everything else on this machine, so that others do not disturb it.
"""

import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "checks"))

import artifact  # noqa: E402
import pace  # noqa: E402
import page  # noqa: E402
from fake_step_functions import FakeStepFunctions  # noqa: E402
from handlers import BUILD, built_functions, event_of  # noqa: E402
from lambda_host import LambdaHost, jdk25  # noqa: E402
from servers import World  # noqa: E402
from tls import Tls, run  # noqa: E402

WARM_CALLS = 10
# Between the snapshot and its first use: the compiler has come to rest by then.
PAUSE_SECONDS = 2
# Lambda's own choice for functions of one CPU or less, and the heap of a function of 256 MB.
JVM_OPTIONS = ["-XX:+UseSerialGC", "-Xms8m", "-Xmx218m"]
# It runs when an execution is over.
NOBODY_WAITS_FOR = ["StopAbortedSync"]
EMPTY = "an empty one"
# What the template sets for all functions, for the JVM to read. One function is measured without each of them, too.
JAVA_TOOL_OPTIONS = re.search(r"JAVA_TOOL_OPTIONS: (.+)", (ROOT / "template.yaml").read_text())[1].split()
TRIED = "CheckSync"


def empty_handler(folder):
    core = next((BUILD / "TriggerSync" / "lib").glob("*aws-lambda-java-core-*.jar"))
    (folder / "lib").mkdir(parents=True)
    (folder / "lib" / core.name).write_bytes(core.read_bytes())
    source = ROOT / "benchmarks" / "cold-start" / "EmptyHandler.java"
    run(Path(jdk25()) / "bin" / "javac", "-cp", core, "-d", folder, source)


class Figures(NamedTuple):
    """Medians of one function; milliseconds and megabytes. The own ones are without what others took of a first call."""

    init: float
    snapshot: float
    first: float
    own: float
    own_in_all: float
    warm: float
    memory: float


class Measured:
    """One function, in all rounds. A count before and after each first call tells how fast the processors are: it knows nothing of the
    function, and says which first calls are looked at."""

    def __init__(self, name, handler, folder, event, environment):
        self.function = (name, handler, folder, environment)
        self.event = event
        self.init, self.snapshot, self.first, self.warm, self.memory = [], [], [], [], []
        self.pace, self.connections = [], []

    def round(self, world, options):
        """Init as on demand, without a snapshot; then the calls that follow on one."""
        with LambdaHost(*self.function, jvm_options=[*JVM_OPTIONS, *options], snap_start=False) as host:
            self.init.append(initialised(host) * 1000)
        with LambdaHost(*self.function, jvm_options=[*JVM_OPTIONS, *options]) as host:
            self.snapshot.append(initialised(host) * 1000)
            time.sleep(PAUSE_SECONDS)
            pace_before, before = pace.seconds(), world.connections()
            host.call(self.event)
            self.connections.append({name: now - before[name] for name, now in world.connections().items()})
            self.pace.append(pace_before + pace.seconds())
            for _ in range(WARM_CALLS):
                host.call(self.event)
            self.first.append(host.call_seconds[0] * 1000)
            self.warm.append(statistics.median(host.call_seconds[1:]) * 1000)
            self.memory.append(host.peak_memory_bytes() / 1e6)
        world.measure()

    def figures(self, shares):
        """First calls of the calmer half of the rounds; everything else of all."""
        calmer = pace.calmer_half(self.pace)
        own = [
            first - sum(shares[name] * count for name, count in connections.items())
            for first, connections in zip(self.first, self.connections)
        ]
        return Figures(
            init=statistics.median(self.init),
            snapshot=statistics.median(self.snapshot),
            first=statistics.median(self.first[one] for one in calmer),
            own=statistics.median(own[one] for one in calmer),
            own_in_all=statistics.median(own),
            warm=statistics.median(self.warm),
            memory=statistics.median(self.memory),
        )

    def usual_connections(self):
        """To provider, AWS and Lambda's endpoint."""
        return " + ".join(str(statistics.mode(each)) for each in zip(*(one.values() for one in self.connections)))


def initialised(host):
    while host.init_seconds is None:
        time.sleep(0.01)
    return host.init_seconds


def before_everything_else():
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(10))
        return "before everything else on the machine"
    except (AttributeError, PermissionError):
        return "beside whatever else ran on the machine"


def subjects(scratch, world):
    """By name, what is measured: the empty function, each built one, and one of them without each option."""
    functions = built_functions()

    def measured(name, options):
        environment = {"JAVA_TOOL_OPTIONS": " ".join(options), **world.environment()}
        return Measured(name, functions[name], BUILD / name, event_of(name), environment)

    found = {EMPTY: Measured("empty", "EmptyHandler", scratch / "empty", {}, {})}
    found |= {name: measured(name, JAVA_TOOL_OPTIONS) for name in functions}
    found |= {without(option): measured(TRIED, [one for one in JAVA_TOOL_OPTIONS if one != option]) for option in JAVA_TOOL_OPTIONS}
    return found


def without(option):
    return f"{TRIED} without `{option}`"


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    page.check()
    how = before_everything_else()
    stop = event_of("StopSync")
    stop["sync"]["next"] = "follow"
    aborted = event_of("StopAbortedSync")["detail"]["executionArn"]
    with tempfile.TemporaryDirectory() as scratch, FakeStepFunctions(aborted, stop) as step_functions:
        scratch = Path(scratch)
        tls = Tls(scratch)
        empty_handler(scratch / "empty")
        with World(tls, step_functions) as world:
            results = subjects(scratch, world)
            for _ in range(rounds):
                for measured in results.values():
                    measured.round(world, tls.trust)
            shares = {name: seconds * 1000 for name, seconds in world.shares().items()}
    text, broken = report(results, shares, max(map(artifact.megabytes, artifact.folders())), f"{rounds} rounds, {how}")
    print(text)
    page.write(text)
    sys.exit(1 if broken else 0)


def report(results, shares, megabytes, how):
    """The text, and which limits are broken."""
    figures = {name: measured.figures(shares) for name, measured in results.items()}
    tried = {f"{TRIED} as deployed": figures[TRIED]}
    tried |= {without(option): figures.pop(without(option)) for option in JAVA_TOOL_OPTIONS}
    floor = figures[EMPTY]
    limit = max(15, 1.5 * floor.first)
    lines = [
        f"Medians of {how}; those of a first call, of the calmer half of them: in which each processor's counts right before and after it "
        f"took least, {span(results)}. A new connection and its call take a client that does them often "
        + ", ".join(f"{share:.1f} ms at {name}" for name, share in shares.items())
        + ". *Own* is the first call less that, for each of its connections, in this order.",
        "",
        "| function | init, ms | × empty | snapshot, ms | first call, ms | connections | own, ms | own in all rounds, ms "
        "| warm call, ms | peak, MB |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    broken = []
    for name, each in figures.items():
        lines.append(
            f"| {name} | {each.init:.0f} | {each.init / floor.init:.1f} | {each.snapshot:.0f} | {each.first:.1f} "
            f"| {results[name].usual_connections()} | {each.own:.1f} | {each.own_in_all:.1f} | {each.warm:.1f} | {each.memory:.0f} |"
        )
        if each.init > 5 * floor.init:
            broken.append(f"{name}: init takes {each.init:.0f} ms, more than 5 times the empty handler's {floor.init:.0f}")
        if name not in NOBODY_WAITS_FOR and each.own > limit:
            broken.append(f"{name}: the first call takes {each.own:.1f} ms of its own, more than {limit:.0f}")
        if each.memory > 200:
            broken.append(f"{name}: {each.memory:.0f} MB leave a function of 256 MB no room")
    if megabytes > artifact.LIMIT_MEGABYTES:
        broken.append(f"the artifact has {megabytes:.1f} MB, more than {artifact.LIMIT_MEGABYTES}")
    lines += [
        "",
        f"Limits: init 5.0 × the empty one; first call {limit:.0f} ms of its own, but for StopAbortedSync; peak 200 MB.",
        f"Artifact: {megabytes:.1f} MB as a zip (limit {artifact.LIMIT_MEGABYTES}).",
        "",
        "| with other options of the JVM | snapshot, ms | first call, ms | own, ms | peak, MB |",
        "|---|---:|---:|---:|---:|",
        *(
            f"| {name} | {each.snapshot:.0f} | {each.first:.1f} | {each.own:.1f} | {each.memory:.0f} |"
            for name, each in tried.items()
        ),
        "",
    ]
    lines += [f"- **Not kept**: {each}." for each in broken]
    return "\n".join(lines), broken


def span(results):
    """How far apart the rounds were."""
    paces = [each for measured in results.values() for each in measured.pace]
    return f"{min(paces) * 1000:.0f} to {max(paces) * 1000:.0f} ms in all of them"


if __name__ == "__main__":
    main()
