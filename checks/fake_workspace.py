"""A Hightouch workspace with a thousand syncs, one whose every name is an attack, and one with long names, over HTTP. A run that
is started is over at once. Not the simulators of local/: an independent second opinion, small enough to read."""

import datetime
import json
import re
import urllib.parse

from loopback import Handler, LoopbackServer

EVIL = "</title></script><script>alert('got \"in\"')</script><img src=x onerror=alert(1)> & {{7*7}} ${7*7} javascript:alert(2)"
LONG = "a_long_name_without_any_blank" + "_and_so_on" * 15 + "_ends_here"
KEYS = LARGE, HOSTILE, LONG_NAMES = "key-of-large", "key-of-hostile", "key-of-long-names"
SYNCS, MODELS, DESTINATIONS = 1_000, 300, 50


class FakeWorkspace:
    def __init__(self):
        self.runs = {}
        self._server = LoopbackServer(_handler(self))
        self.base_url = f"http://{self._server.address}/api/v1"

    def credentials(self):
        """Three accounts that work, and one that is refused."""
        return json.dumps(
            {
                "hightouch/large": {"apiKey": LARGE, "baseUrl": self.base_url},
                "hightouch/hostile": {"apiKey": HOSTILE, "baseUrl": self.base_url, "workspaceSlug": '"><script>alert(3)</script>'},
                "hightouch/long": {"apiKey": LONG_NAMES, "baseUrl": self.base_url},
                "stitch/refused": {"accessToken": "key-of-nobody", "baseUrl": self.base_url.removesuffix("/api/v1")},
            }
        )

    def answer(self, method, path, key):
        if key not in KEYS:
            return 401, {"message": f"Authentication error {EVIL}"}
        path, _, query = path.removeprefix("/api/v1").partition("?")
        query = dict(urllib.parse.parse_qsl(query))
        if match := re.fullmatch(r"/(syncs|models|destinations)", path):
            return 200, _page(_rows(match[1], key), query)
        if match := re.fullmatch(r"/syncs/(\d+)/trigger", path):
            self.runs.setdefault(match[1], []).append(_run(str(len(self.runs) + 42)))
            return 200, {"id": self.runs[match[1]][-1]["id"]}
        if match := re.fullmatch(r"/syncs/(\d+)/runs", path):
            found = [run for run in self.runs.get(match[1], []) if query.get("runId", run["id"]) == run["id"]]
            return 200, {"data": found, "hasMore": False}
        if match := re.fullmatch(r"/syncs/(\d+)", path):
            return 200, next(row for row in _rows("syncs", key) if row["id"] == match[1])
        return 404, {"message": f"no such path: {path}"}


def _page(rows, query):
    limit, offset = int(query.get("limit", 100)), int(query.get("offset", 0))
    return {"data": rows[offset : offset + limit], "hasMore": offset + limit < len(rows)}


def _rows(kind, key):
    if key in (HOSTILE, LONG_NAMES):
        name = EVIL if key == HOSTILE else LONG
        named = {"id": "7", "name": name, "slug": name, "type": name}
        return [named if kind != "syncs" else _sync("7", 7, 7) | {"slug": name, "tags": {name: name}}]
    if kind == "syncs":
        return [_sync(str(5_000_000 + n), n % MODELS, n % DESTINATIONS) for n in range(SYNCS)]
    count = MODELS if kind == "models" else DESTINATIONS
    return [{"id": str(n), "name": f"{kind[:-1]} {n}", "slug": f"{kind}-{n}", "type": "salesforce"} for n in range(count)]


def _sync(sync_id, model, destination):
    status = ("success", "success", "success", "failed", "querying", "warning")[int(sync_id) % 6]
    return {
        "id": sync_id, "slug": f"sync-{sync_id}", "modelId": str(model), "destinationId": str(destination), "status": status,
        "disabled": False, "schedule": {"type": "interval"}, "lastRunAt": _now(), "createdAt": "2026-01-01T00:00:00Z",
    }  # fmt: skip


def _run(run_id):
    rows, none = ({"addedCount": n, "changedCount": 0, "removedCount": 0} for n in (773, 0))
    return {
        "id": run_id, "createdAt": _now(), "startedAt": _now(), "finishedAt": _now(), "status": "failed",
        "plannedRows": rows, "successfulRows": none, "failedRows": rows, "error": EVIL,
    }  # fmt: skip


def _now():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _handler(workspace):
    class Workspace(Handler):
        def _serve(self):
            self.body()
            key = self.headers.get("Authorization", "").removeprefix("Bearer ")
            status, answer = workspace.answer(self.command, self.path, key)
            self.reply(status, json.dumps(answer).encode())

        do_GET = do_POST = do_DELETE = _serve

    return Workspace
