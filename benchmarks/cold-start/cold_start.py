"""Init, first call, warm call and peak memory of each built function, under AWS's own runtime client and beside a
function that does nothing; and the size of the artifact. The provider is a server on this machine, over HTTPS.

    benchmarks/run cold-start [rounds]

Builds with SAM first. Prints each figure beside its limit, writes them into docs/performance.md, and exits with 1 when a
limit is broken. Where it may, it runs before everything else on this machine, so that others do not disturb it.
"""

import http.client
import io
import json
import os
import re
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "checks"))

from fake_step_functions import FakeStepFunctions  # noqa: E402
from handlers import BUILD, built_functions, event_of  # noqa: E402
from lambda_host import LambdaHost, jdk25  # noqa: E402
from loopback import Handler, LoopbackServer  # noqa: E402

PAGE = ROOT / "docs" / "performance.md"
WARM_CALLS = 10
# Between the snapshot and its first use: the compiler has come to rest by then.
PAUSE_SECONDS = 2
PASSWORD = "rehearsal"
# Lambda's own choice for functions of one CPU or less, and the heap of a function of 256 MB.
JVM_OPTIONS = ["-XX:+UseSerialGC", "-Xms8m", "-Xmx218m"]
# It runs when an execution is over.
NOBODY_WAITS_FOR = ["StopAbortedSync"]
# What the template sets for all functions, for the JVM to read.
JAVA_TOOL_OPTIONS = re.search(r"JAVA_TOOL_OPTIONS: (.+)", (ROOT / "template.yaml").read_text())[1]


class HttpsProvider:
    """Answers at once. Its key is of the kind that most servers have."""

    def __init__(self, folder):
        keys = folder / "keys.p12"
        run(
            Path(jdk25()) / "bin" / "keytool", "-genkeypair", "-keystore", keys, "-storepass", PASSWORD, "-alias", "here",
            "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost",
            "-validity", "2",
        )  # fmt: skip
        self.trust = [
            f"-Djavax.net.ssl.trustStore={self._trust_store(folder, keys)}",
            "-Djavax.net.ssl.trustStorePassword=changeit",
        ]
        pem = run("openssl", "pkcs12", "-in", keys, "-passin", f"pass:{PASSWORD}", "-nodes")
        (folder / "keys.pem").write_bytes(pem)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "keys.pem")
        self._server = LoopbackServer(Answers)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]

    @staticmethod
    def _trust_store(folder, keys):
        """The JDK's own and this server's. As that one it has no password: to derive a key of one would take 100 ms."""
        keytool, trusted = Path(jdk25()) / "bin" / "keytool", folder / "trusted.p12"
        trusted.write_bytes((Path(jdk25()) / "lib" / "security" / "cacerts").read_bytes())
        run(keytool, "-exportcert", "-keystore", keys, "-storepass", PASSWORD, "-alias", "here", "-file", folder / "here.cer")
        run(
            keytool, "-importcert", "-noprompt", "-keystore", trusted, "-storepass", "changeit", "-alias", "here",
            "-file", folder / "here.cer",
            "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE", "-J-Dkeystore.pkcs12.macAlgorithm=NONE",
        )  # fmt: skip
        return trusted

    def credentials(self):
        base = f"https://localhost:{self.port}"
        return json.dumps(
            {
                "hightouch/default": {"apiKey": "key", "baseUrl": f"{base}/api/v1"},
                "stitch/default": {"accessToken": "token", "baseUrl": base},
            }
        )

    def own_seconds(self):
        """What a new connection and a call take a client that has done it before, after a pause as that before a first call."""
        took = []
        for _ in range(5):
            time.sleep(PAUSE_SECONDS)
            began = time.perf_counter()
            client = http.client.HTTPSConnection("localhost", self.port, context=ssl._create_unverified_context())
            client.request("GET", "/syncs/1/runs")
            client.getresponse().read()
            took.append(time.perf_counter() - began)
            client.close()
        return statistics.median(took)


class Answers(Handler):
    connections = 0

    def setup(self):
        Answers.connections += 1
        super().setup()

    RUN = {
        "id": "42",
        "createdAt": "2026-11-22T08:00:02Z",
        "startedAt": "2026-11-22T08:00:03Z",
        "finishedAt": "2026-11-22T08:01:03Z",
        "status": "success",
        "completionRatio": 1,
    }

    def _serve(self):
        self.body()
        if self.path.endswith("/trigger"):
            answer = {"id": "42"}
        elif "/extractions" in self.path:
            answer = {"data": [], "page": 1, "links": {}}
        elif "/runs" in self.path:
            answer = {"data": [self.RUN], "hasMore": False}
        elif "?limit=" in self.path:
            answer = {"data": [], "hasMore": False}
        elif self.path.endswith("/v4/sources"):
            answer = []
        else:
            answer = {"status": 200}
        self.reply(200, json.dumps(answer).encode())

    do_GET = do_POST = do_DELETE = _serve


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def empty_handler(folder):
    core = next((BUILD / "TriggerSync" / "lib").glob("*aws-lambda-java-core-*.jar"))
    (folder / "lib").mkdir(parents=True)
    (folder / "lib" / core.name).write_bytes(core.read_bytes())
    source = ROOT / "benchmarks" / "cold-start" / "EmptyHandler.java"
    run(Path(jdk25()) / "bin" / "javac", "-cp", core, "-d", folder, source)


class Measured:
    def __init__(self):
        self.init, self.snapshot, self.first, self.warm, self.memory = [], [], [], [], []
        self.connections = 0

    def medians(self):
        return [
            statistics.median(each) for each in (self.init, self.snapshot, self.first, self.warm, self.memory)
        ]


def measure(measured, name, handler, folder, event, environment, options):
    """Init as on demand, without a snapshot; then the calls that follow on one."""
    with LambdaHost(
        name, handler, folder, environment, jvm_options=[*JVM_OPTIONS, *options], snap_start=False
    ) as host:
        measured.init.append(initialised(host) * 1000)
    with LambdaHost(name, handler, folder, environment, jvm_options=[*JVM_OPTIONS, *options]) as host:
        measured.snapshot.append(initialised(host) * 1000)
        time.sleep(PAUSE_SECONDS)
        before = Answers.connections
        host.call(event)
        measured.connections = Answers.connections - before
        for _ in range(WARM_CALLS):
            host.call(event)
        measured.first.append(host.call_seconds[0] * 1000)
        measured.warm.append(statistics.median(host.call_seconds[1:]) * 1000)
        measured.memory.append(host.peak_memory_bytes() / 1e6)


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


def artifact_megabytes():
    archive = io.BytesIO()
    folder = BUILD / "TriggerSync"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(folder.rglob("*")):
            packed.write(file, file.relative_to(folder))
    return len(archive.getvalue()) / 1e6


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    functions = built_functions()
    results = {name: Measured() for name in ["an empty one", *functions]}
    how = before_everything_else()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        provider = HttpsProvider(scratch)
        empty_handler(scratch / "empty")
        stop = event_of("StopSync")
        stop["sync"]["next"] = "follow"
        aborted = event_of("StopAbortedSync")["detail"]["executionArn"]
        own = provider.own_seconds() * 1000
        with FakeStepFunctions(aborted, stop) as step_functions:
            environment = {
                "SYNCSTEP_CREDENTIALS": provider.credentials(),
                "JAVA_TOOL_OPTIONS": JAVA_TOOL_OPTIONS,
                **step_functions.environment(),
            }
            for _ in range(rounds):
                measure(
                    results["an empty one"], "empty", "EmptyHandler", scratch / "empty", {}, {}, provider.trust
                )
                for name, handler in functions.items():
                    measure(
                        results[name], name, handler, BUILD / name, event_of(name), environment, provider.trust
                    )
    sys.exit(report(results, own, artifact_megabytes(), rounds, how))


def report(results, own, artifact, rounds, how):
    floor = results["an empty one"].medians()
    limit = max(15, 1.5 * floor[2])
    lines = [
        f"Medians of {rounds} rounds, {how}. The provider's share of a new connection and its call is {own:.1f} ms: what they take a "
        "client that does them often.",
        "",
        "| function | init, ms | × empty | snapshot, ms | first call, ms | without the provider | warm call, ms | peak, MB |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    broken = []
    for name, measured in results.items():
        init, snapshot, first, warm, memory = measured.medians()
        mine = first - own * measured.connections
        lines.append(
            f"| {name} | {init:.0f} | {init / floor[0]:.1f} | {snapshot:.0f} | {first:.1f} | {mine:.1f} | {warm:.1f} "
            f"| {memory:.0f} |"
        )
        if init > 5 * floor[0]:
            broken.append(f"{name}: init takes {init:.0f} ms, more than 5 times the empty handler's {floor[0]:.0f}")
        if name not in NOBODY_WAITS_FOR and mine > limit:
            broken.append(f"{name}: the first call takes {mine:.1f} ms, more than {limit:.0f}")
        if memory > 200:
            broken.append(f"{name}: {memory:.0f} MB leave a function of 256 MB no room")
    if artifact > 10:
        broken.append(f"the artifact has {artifact:.1f} MB, more than 10")
    lines += [
        "",
        f"Limits: init 5.0 × the empty one; first call {limit:.0f} ms without the provider, but for "
        "StopAbortedSync; peak 200 MB.",
        f"Artifact: {artifact:.1f} MB as a zip (limit 10).",
        "",
    ]
    lines += [f"- **Not kept**: {each}." for each in broken]
    text = "\n".join(lines)
    print(text)
    page = PAGE.read_text()
    PAGE.write_text(
        re.sub(
            r"(<!-- cold-start: .*? -->\n).*?(<!-- cold-start: end -->)",
            lambda marks: marks[1] + text + "\n" + marks[2],
            page,
            flags=re.S,
        )
    )
    return 1 if broken else 0


if __name__ == "__main__":
    main()
