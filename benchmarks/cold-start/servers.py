"""What a function calls: a provider, AWS, and Lambda's own endpoint for the credentials of its role. Each answers at once, and
counts its connections, so that its share of a call can be told from the function's own."""

import http.client
import json
import ssl
import statistics
import time

import pace
from loopback import Handler, LoopbackServer


class Server:
    """On loopback; over HTTPS with a tls."""

    def __init__(self, answer, asked, tls=None):
        self._asked = asked
        self._scheme = "https" if tls else "http"
        self._server = LoopbackServer(_handler(self, answer))
        if tls:
            tls.serve(self._server)
        self.connections = 0

    @property
    def address(self):
        return f"{self._scheme}://localhost:{self._server.server_address[1]}"

    def own_seconds(self):
        """What a new connection and a call take this client here and now."""
        began = time.perf_counter()
        if self._scheme == "https":
            client = http.client.HTTPSConnection(self.address[8:], context=ssl._create_unverified_context())
        else:
            client = http.client.HTTPConnection(self.address[7:])
        method, path, headers, body = self._asked
        client.request(method, path, body, headers)
        client.getresponse().read()
        took = time.perf_counter() - began
        client.close()
        return took

    def close(self):
        self._server.close()


def _handler(server, answer):
    class Counting(Handler):
        def setup(self):
            server.connections += 1
            super().setup()

        def _serve(self):
            status, said = answer(self.path, self.headers.get("X-Amz-Target"), self.body())
            self.reply(status, json.dumps(said).encode())

        do_GET = do_POST = do_DELETE = _serve

    return Counting


class World:
    """All of them, as a deployed function finds them: no secret is in its environment, not even that of its role."""

    def __init__(self, tls, step_functions):
        self._provider = Server(_provider, ("GET", "/syncs/1/runs", {}, None), tls)
        self._aws = Server(
            _aws(self._provider, step_functions),
            ("POST", "/", {"X-Amz-Target": "secretsmanager.GetSecretValue"}, '{"SecretId":"syncstep/hightouch/default"}'),
            tls,
        )
        self._role = Server(_role, ("GET", "/role", {}, None))
        self.servers = {"the provider": self._provider, "AWS": self._aws, "Lambda's endpoint": self._role}
        self.measured = {name: [] for name in self.servers}
        self.pace = []

    def environment(self):
        """With the credentials of the role where SnapStart has them."""
        return {
            "SYNCSTEP_CREDENTIALS": "",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{self._role.address}/role",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN": "token",
            "AWS_ENDPOINT_URL_SECRETS_MANAGER": self._aws.address,
            "AWS_ENDPOINT_URL_SFN": self._aws.address,
        }

    def connections(self):
        return {name: server.connections for name, server in self.servers.items()}

    def measure(self):
        """What they take here and now a client that has done it before."""
        pace_before = pace.seconds()
        for name, server in self.servers.items():
            self.measured[name].append(server.own_seconds())
        self.pace.append(pace_before + pace.seconds())

    def shares(self):
        """By server, the median seconds of the calmer half of all that was measured."""
        calmer = pace.calmer_half(self.pace)
        return {name: statistics.median(each[one] for one in calmer) for name, each in self.measured.items()}

    def close(self):
        for server in self.servers.values():
            server.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


RUN = {
    "id": "42",
    "createdAt": "2026-11-22T08:00:02Z",
    "startedAt": "2026-11-22T08:00:03Z",
    "finishedAt": "2026-11-22T08:01:03Z",
    "status": "success",
    "completionRatio": 1,
}


def _provider(path, *_):
    if path.endswith("/trigger"):
        return 200, {"id": "42"}
    if "/extractions" in path:
        return 200, {"data": [], "page": 1, "links": {}}
    if "/runs" in path:
        return 200, {"data": [RUN], "hasMore": False}
    if "?limit=" in path:
        return 200, {"data": [], "hasMore": False}
    if path.endswith("/v4/sources"):
        return 200, []
    return 200, {"status": 200}


def _aws(provider, step_functions):
    secrets = {
        "syncstep/hightouch/default": {"apiKey": "key", "baseUrl": f"{provider.address}/api/v1"},
        "syncstep/stitch/default": {"accessToken": "token", "baseUrl": provider.address},
    }

    def answer(_, target, body):
        asked = json.loads(body)
        if target == "secretsmanager.ListSecrets":
            return 200, {"SecretList": [{"Name": name} for name in secrets]}
        if target == "secretsmanager.GetSecretValue":
            name = asked["SecretId"]
            if name not in secrets:
                return 400, {"__type": "ResourceNotFoundException"}
            return 200, {"Name": name, "SecretString": json.dumps(secrets[name])}
        return step_functions.answer(target, asked)

    return answer


def _role(*_):
    return 200, {
        "AccessKeyId": "AKIAEXAMPLE",
        "SecretAccessKey": "example",
        "Token": "token",
        "Expiration": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 6 * 3600)),
    }
