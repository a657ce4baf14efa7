"""Init, first call, warm call and peak memory of each built function, under AWS's own runtime client and beside a
function that does nothing. The provider is a server on this machine, over HTTPS.

Needs `sam build`. Prints a table, each figure beside its limit; exits with 1 when one is broken.

    benchmarks/run cold-start [--rounds N]
"""

import argparse
import json
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "checks"))

from fake_step_functions import FakeStepFunctions  # noqa: E402
from lambda_host import LambdaHost, jdk25  # noqa: E402
from loopback import Handler, LoopbackServer  # noqa: E402

BUILD = ROOT / ".aws-sam" / "build"
EVENTS = {
    "TriggerSync": "trigger-sync",
    "CheckSync": "check-sync",
    "StopSync": "stop-sync",
    "StopAbortedSync": "stop-aborted-sync",
}
WARM_CALLS = 10
PASSWORD = "rehearsal"
# Lambda's own choice for functions of one CPU or less, and the heap of a function of 256 MB.
JVM_OPTIONS = ["-XX:+UseSerialGC", "-Xmx218m"]


class HttpsProvider:
    """Answers at once, and remembers how long each answer took it."""

    def __init__(self, folder):
        keys = folder / "keys.p12"
        keytool = str(Path(jdk25()) / "bin" / "keytool")
        subprocess.run(
            [keytool, "-genkeypair", "-keystore", keys, "-storepass", PASSWORD, "-alias", "here", "-keyalg", "EC",
             "-groupname", "secp256r1",
             "-dname", "CN=localhost", "-ext", "SAN=dns:localhost,ip:127.0.0.1", "-validity", "2"],
            check=True, capture_output=True,
        )  # fmt: skip
        pem = subprocess.run(
            ["openssl", "pkcs12", "-in", keys, "-passin", f"pass:{PASSWORD}", "-nodes"],
            check=True, capture_output=True,
        ).stdout  # fmt: skip
        (folder / "keys.pem").write_bytes(pem)
        self.trust_store = keys
        self.seconds = 0.0
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "keys.pem")
        self._server = LoopbackServer(_answers(self))
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]

    def credentials(self):
        base = f"https://localhost:{self.port}"
        return json.dumps(
            {
                "hightouch/default": {"apiKey": "key", "baseUrl": f"{base}/api/v1"},
                "stitch/default": {"accessToken": "token", "baseUrl": base},
            }
        )


def _answers(provider):
    run = {
        "id": "42",
        "createdAt": "2026-11-22T08:00:02Z",
        "startedAt": "2026-11-22T08:00:03Z",
        "finishedAt": "2026-11-22T08:01:03Z",
        "status": "success",
        "completionRatio": 1,
    }

    class Answers(Handler):
        def _serve(self):
            began = time.perf_counter()
            self.body()
            if self.path.endswith("/trigger"):
                answer = {"id": "42"}
            elif "/extractions" in self.path:
                answer = {"data": [], "page": 1, "links": {}}
            elif "/runs" in self.path:
                answer = {"data": [run], "hasMore": False}
            else:
                answer = {"status": 200}
            self.reply(200, json.dumps(answer).encode())
            provider.seconds += time.perf_counter() - began

        do_GET = do_POST = do_DELETE = _serve

    return Answers


def handlers():
    import re

    template = (BUILD / "template.yaml").read_text()
    found = re.findall(r"^  (\w+):\n    Type: AWS::Serverless::Function\n(.*?)(?=^  \w|\Z)", template, re.M | re.S)
    return {name: re.search(r"Handler: (\S+)", body)[1] for name, body in found}


def event_of(name):
    return json.loads((ROOT / "events" / f"{EVENTS[name]}.json").read_text())


def empty_handler(folder):
    core = next((BUILD / "TriggerSync" / "lib").glob("*aws-lambda-java-core-*.jar"))
    (folder / "lib").mkdir(parents=True)
    (folder / "lib" / core.name).write_bytes(core.read_bytes())
    source = ROOT / "benchmarks" / "cold-start" / "EmptyHandler.java"
    javac = Path(jdk25()) / "bin" / "javac"
    subprocess.run([javac, "-cp", core, "-d", folder, source], check=True)


class Measured:
    def __init__(self):
        self.init, self.first, self.warm, self.memory = [], [], [], []

    def add(self, host, off_first):
        self.init.append(host.init_seconds * 1000)
        self.first.append((host.call_seconds[0] - off_first) * 1000)
        self.warm.append(statistics.median(host.call_seconds[1:]) * 1000)
        self.memory.append(host.peak_memory_bytes() / 1e6)

    def medians(self):
        return [statistics.median(each) for each in (self.init, self.first, self.warm, self.memory)]


def measure(measured, name, handler, folder, event, environment, options, provider):
    with LambdaHost(name, handler, folder, environment, jvm_options=[*JVM_OPTIONS, *options]) as host:
        provider.seconds = 0.0
        host.call(event)
        off = provider.seconds
        for _ in range(WARM_CALLS):
            host.call(event)
        measured.add(host, off)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    functions = handlers()
    results = {name: Measured() for name in ["empty", *functions]}
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        provider = HttpsProvider(scratch)
        trust = [f"-Djavax.net.ssl.trustStore={provider.trust_store}", f"-Djavax.net.ssl.trustStorePassword={PASSWORD}"]
        empty_handler(scratch / "empty")
        stop = event_of("StopSync")
        stop["sync"]["next"] = "follow"
        aborted = event_of("StopAbortedSync")["detail"]["executionArn"]
        with FakeStepFunctions(aborted, stop) as step_functions:
            environment = {"SYNCSTEP_CREDENTIALS": provider.credentials(), **step_functions.environment()}
            for _ in range(rounds):
                measure(results["empty"], "empty", "EmptyHandler", scratch / "empty", {}, {}, trust, provider)
                for name, handler in functions.items():
                    measure(
                        results[name], name, handler, BUILD / name, event_of(name), environment, trust, provider
                    )
    sys.exit(report(results))


def report(results):
    floor = results["empty"].medians()
    print(f"{'':18}{'init ms':>9}{'x empty':>9}{'first ms':>10}{'x empty':>9}{'warm ms':>9}{'peak MB':>9}")
    broken = []
    for name, measured in results.items():
        init, first, warm, memory = measured.medians()
        print(
            f"{name:18}{init:9.0f}{init / floor[0]:9.1f}{first:10.1f}{first / floor[1]:9.1f}{warm:9.1f}{memory:9.0f}"
        )
        if init > 5 * floor[0]:
            broken.append(f"{name}: init takes {init:.0f} ms, more than 5 times the empty handler's")
        if first > max(15, 1.5 * floor[1]):
            broken.append(f"{name}: the first call takes {first:.1f} ms, more than 15 ms and 1.5 times the empty one")
        if memory > 200:
            broken.append(f"{name}: {memory:.0f} MB leave a function of 256 MB no room")
    print("limits: init 5.0 x empty; first call 1.5 x empty, or 15 ms if that is more; peak 200 MB")
    for each in broken:
        print(f"BROKEN {each}")
    return 1 if broken else 0


if __name__ == "__main__":
    main()
