"""The least of Hightouch and Stitch that a check needs, over HTTP. Not the simulators of local/: an independent second
opinion, small enough to read.

What happens to a Hightouch run is chosen by the sync's id. Each API key has a world of its own, so that two checks
which ask for the same things get the same answers, run ids included.
"""

import collections
import datetime
import json
import re
import threading

from loopback import Handler, LoopbackServer

SUCCEEDS, FAILS, NEVER_ENDS = 1234567, 9000001, 9000002
STITCH_SOURCE, STITCH_CLIENT = 120643, 116078
LISTED = {
    "syncs": {"id": SUCCEEDS, "slug": "orders", "modelId": 2, "destinationId": 3, "status": "success", "disabled": False},
    "models": {"id": 2, "name": "orders"},
    "destinations": {"id": 3, "name": "CRM", "type": "salesforce"},
}


class FakeProvider:
    def __init__(self):
        self._worlds = collections.defaultdict(list)
        self._lock = threading.Lock()
        self.requests = []
        self._server = LoopbackServer(_handler(self))

    @property
    def base_url(self):
        return f"http://{self._server.address}"

    def credentials(self, *accounts):
        """The value of SYNCSTEP_CREDENTIALS for accounts such as hightouch/default; the account is the API key too."""
        key_field = {"hightouch": "apiKey", "stitch": "accessToken"}
        return json.dumps(
            {
                account: {key_field[account.split("/")[0]]: f"key-of-{account}", "baseUrl": self._base_url_of(account)}
                for account in accounts
            }
        )

    def _base_url_of(self, account):
        # Each provider's base address ends as its real one does.
        return self.base_url + ("/api/v1" if account.startswith("hightouch/") else "")

    def calls(self, method, pattern):
        """How many calls were made whose path matches."""
        return sum(1 for made, path in self.requests if made == method and re.search(pattern, path))

    def answer(self, method, path, key):
        with self._lock:
            self.requests.append((method, path))
            world = self._worlds[key]
            if match := re.search(r"/syncs/(\d+)/trigger$", path):
                return self._start_hightouch(world, int(match[1]))
            if match := re.search(r"/syncs/(\d+)/runs(?:\?(.*))?$", path):
                return self._hightouch_runs(world, int(match[1]), match[2] or "")
            if match := re.search(r"/syncs/(\d+)$", path):
                return 200, {"id": match[1], "slug": "orders", "disabled": False, "status": "success"}
            if match := re.search(r"/(syncs|models|destinations)\?", path):
                return 200, {"data": [LISTED[match[1]]], "hasMore": False}
            if path.endswith("/v4/sources"):
                return 200, [{"id": STITCH_SOURCE, "stitch_client_id": STITCH_CLIENT, "display_name": "orders"}]
            if match := re.search(r"/v4/sources/(\d+)/sync$", path):
                return self._stitch_job(world, int(match[1]), method)
            if match := re.search(r"/v4/sources/(\d+)$", path):
                return 200, {"id": int(match[1]), "stitch_client_id": STITCH_CLIENT, "display_name": "orders"}
            if re.search(r"/v4/\d+/extractions(\?.*)?$", path):
                return 200, {"data": [self._extraction(job) for job in world if "job" in job], "page": 1, "links": {}}
            return 404, {"message": f"no such path: {path}"}

    @staticmethod
    def _start_hightouch(world, sync_id):
        run = {"id": str(42 + len(world)), "sync": sync_id, "created": _now()}
        world.append(run)
        return 200, {"id": run["id"]}

    @staticmethod
    def _hightouch_runs(world, sync_id, query):
        wanted = re.search(r"runId=(\d+)", query)
        runs = [run for run in world if run.get("sync") == sync_id and (not wanted or run["id"] == wanted[1])]
        return 200, {"data": [_hightouch_run(run) for run in runs], "hasMore": False}

    @staticmethod
    def _stitch_job(world, source_id, method):
        if method == "DELETE":
            return 200, {"status": 200}
        job = {"job": f"{STITCH_CLIENT}.{source_id}.sync.0000-{len(world) + 1}", "source": source_id, "created": _now()}
        world.append(job)
        return 200, {"job_name": job["job"]}

    @staticmethod
    def _extraction(job):
        return {
            "job_name": job["job"],
            "stitch_client_id": STITCH_CLIENT,
            "source_id": job["source"],
            "start_time": job["created"],
            "completion_time": _now(),
            "discovery_exit_status": 0,
            "tap_exit_status": 0,
            "target_exit_status": 0,
        }

    def close(self):
        self._server.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _now():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _hightouch_run(run):
    status = {FAILS: "failed", NEVER_ENDS: "processing"}.get(run["sync"], "success")
    rows = {"addedCount": 773, "changedCount": 12, "removedCount": 0}
    none = {"addedCount": 0, "changedCount": 0, "removedCount": 0}
    return {
        "id": run["id"],
        "createdAt": run["created"],
        "startedAt": run["created"],
        "finishedAt": None if status == "processing" else _now(),
        "status": status,
        "completionRatio": 0.54,
        "plannedRows": rows,
        "successfulRows": rows if status == "success" else none,
        "failedRows": none if status == "success" else rows,
        "error": "The warehouse refused the query: relation \"orders\" does not exist" if status == "failed" else None,
    }


def _handler(provider):
    class Provider(Handler):
        def _serve(self):
            self.body()
            authorization = self.headers.get("Authorization", "")
            if authorization.startswith("Bearer key-of-"):
                status, answer = provider.answer(self.command, self.path, authorization)
            else:
                status, answer = 401, {"message": "Authentication error", "details": "Token is invalid"}
            self.reply(status, json.dumps(answer).encode())

        do_GET = do_POST = do_DELETE = _serve

    return Provider
