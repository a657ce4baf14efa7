"""Runs a built Lambda function as Lambda does: AWS's runtime client in a JVM of its own, fed by a small runtime API.

The JVM's class path holds the runtime client alone; its working directory is the built folder, from which the client
loads the function and lib/*.jar. SnapStart is played too: the function initialises, runs its hooks, then is called.
"""

import json
import os
import platform
import queue
import re
import subprocess
import tempfile
import threading
import time
import zipfile
from pathlib import Path

from loopback import Handler, LoopbackServer

CHECKS = Path(__file__).resolve().parent
ROOT = CHECKS.parent
CLIENT_JARS = CHECKS / "runtime-client" / "target" / "jars"
API = "/2018-06-01/runtime"
START_SECONDS = 60
NATIVE_LIBRARY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI"


class FunctionError(Exception):
    """The function answered with an error; payload is the object that Lambda would hand to the caller."""

    def __init__(self, payload):
        super().__init__(json.dumps(payload))
        self.payload = payload


class LambdaHost:
    """One function in one JVM. Calls are served one after another, as one execution environment does."""

    def __init__(self, name, handler, folder, environment=None, timeout_seconds=60, jvm_options=(), snap_start=True):
        self.name = name
        self.arn = f"arn:aws:lambda:us-east-1:123456789012:function:{name}:live"
        self._timeout = timeout_seconds
        self._calls = queue.Queue()
        self._answers = queue.Queue()
        self._one_call_at_a_time = threading.Lock()
        self._count = 0
        self._log = tempfile.TemporaryFile(mode="w+")
        self._scratch = tempfile.TemporaryDirectory()
        # Seconds: from the JVM's start to the end of init, and of each call between its event and its answer.
        self.init_seconds = self.init_cpu_seconds = None
        self.call_seconds = []
        self._started = time.perf_counter()
        self._server = LoopbackServer(_runtime_api(self))
        self._jvm = subprocess.Popen(
            [
                str(Path(jdk25()) / "bin" / "java"),
                # What java25 uses under SnapStart for the CRaC hooks.
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                f"-D{NATIVE_LIBRARY}={_native_library(Path(self._scratch.name))}",
                *jvm_options,
                "-cp",
                ":".join(str(jar) for jar in sorted(CLIENT_JARS.glob("*.jar"))),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                handler,
            ],
            cwd=folder,
            env={**self._lambda_environment(handler, folder, snap_start), **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def _lambda_environment(self, handler, folder, snap_start):
        return {
            "PATH": os.environ["PATH"],
            "AWS_LAMBDA_RUNTIME_API": self._server.address,
            "AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start" if snap_start else "on-demand",
            "AWS_LAMBDA_FUNCTION_NAME": self.name,
            "AWS_LAMBDA_FUNCTION_VERSION": "1",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
            "AWS_LAMBDA_LOG_FORMAT": "JSON",
            "AWS_LAMBDA_LOG_LEVEL": "INFO",
            "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/checks",
            "AWS_LAMBDA_LOG_STREAM_NAME": "checks",
            "AWS_REGION": "us-east-1",
            "LAMBDA_TASK_ROOT": str(folder),
            "_HANDLER": handler,
        }

    def call(self, event):
        """Calls the function and returns its answer; raises FunctionError when it throws, RuntimeError when it dies."""
        with self._one_call_at_a_time:
            self._count += 1
            self._calls.put((f"{self.name}-{self._count}", json.dumps(event).encode()))
            deadline = time.monotonic() + START_SECONDS + self._timeout
            while time.monotonic() < deadline:
                try:
                    failed, body = self._answers.get(timeout=0.2)
                except queue.Empty:
                    if self._jvm.poll() is not None and self._answers.empty():
                        raise RuntimeError(f"{self.name} exited with {self._jvm.returncode}:\n{self.log()}") from None
                    continue
                answer = json.loads(body)
                if failed:
                    raise FunctionError(answer)
                return answer
            raise RuntimeError(f"{self.name} did not answer within {self._timeout} s:\n{self.log()}")

    def _cpu_seconds(self):
        fields = Path(f"/proc/{self._jvm.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_memory_bytes(self):
        """The most memory that the JVM has held so far; Linux only."""
        status = Path(f"/proc/{self._jvm.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024

    def log(self):
        self._log.seek(0)
        return self._log.read()[-8000:]

    def close(self):
        self._jvm.kill()
        self._jvm.wait()
        self._server.close()
        self._log.close()
        self._scratch.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def jdk25():
    return subprocess.run([CHECKS / "jdk25"], check=True, capture_output=True, text=True).stdout.strip()


def _native_library(folder):
    """The runtime client's native part, in a file of its own: left to itself the client unpacks it to one place in /tmp,
    and of two that start at once, one may load what the other has only begun to write, and die of SIGBUS."""
    machine = {"x86_64": "x86_64", "aarch64": "aarch_64", "arm64": "aarch_64"}[platform.machine()]
    libc = "linux" if platform.libc_ver()[0] == "glibc" else "linux_musl"
    jar = next(CLIENT_JARS.glob("aws-lambda-java-runtime-interface-client-*.jar"))
    with zipfile.ZipFile(jar) as packed:
        return packed.extract(f"jni/libaws-lambda-jni.{libc}-{machine}.so", folder)


def _runtime_api(host):
    class RuntimeApi(Handler):
        def do_GET(self):
            if host.init_seconds is None:
                host.init_seconds = time.perf_counter() - host._started
                host.init_cpu_seconds = host._cpu_seconds()
            if self.path == f"{API}/restore/next":
                self.reply(200, b"{}")
            elif self.path == f"{API}/invocation/next":
                request_id, event = host._calls.get()
                host._called = time.perf_counter()
                self.reply(200, event, self._call_headers(request_id))
            else:
                self.reply(404, b"{}")

        def _call_headers(self, request_id):
            return {
                "Lambda-Runtime-Aws-Request-Id": request_id,
                "Lambda-Runtime-Deadline-Ms": str(int((time.time() + host._timeout) * 1000)),
                "Lambda-Runtime-Invoked-Function-Arn": host.arn,
            }

        def do_POST(self):
            answered = re.fullmatch(rf"{API}/invocation/[^/]+/response", self.path)
            if answered:
                host.call_seconds.append(time.perf_counter() - host._called)
            # The other paths are invocation/{id}/error, init/error and restore/error.
            host._answers.put((not answered, self.body()))
            self.reply(202, b"{}")

    return RuntimeApi
