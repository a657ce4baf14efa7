"""The calls of Step Functions that functions make, GetExecutionHistory and SendTaskFailure, over HTTP."""

import json

from loopback import Handler, LoopbackServer


class FakeStepFunctions:
    """Knows one execution: aborted while it waited for a run, with the data that the state before had given."""

    def __init__(self, execution, data):
        self.requests = []
        self._execution = execution
        self._events = [
            {"id": 42, "type": "ExecutionAborted", "executionAbortedEventDetails": {}},
            {"id": 41, "type": "WaitStateAborted"},
            {"id": 40, "type": "WaitStateEntered", "stateEnteredEventDetails": {"name": "Wait for the run"}},
            {
                "id": 39,
                "type": "ChoiceStateExited",
                "stateExitedEventDetails": {
                    "name": "Is it finished?",
                    "output": json.dumps(data),
                    "outputDetails": {"truncated": False},
                },
            },
        ]
        self._server = LoopbackServer(_handler(self))

    def environment(self):
        return {
            "AWS_ENDPOINT_URL_SFN": f"http://{self._server.address}",
            "AWS_ACCESS_KEY_ID": "AKIAEXAMPLE",
            "AWS_SECRET_ACCESS_KEY": "example",
        }

    def answer(self, action, asked):
        self.requests.append((action, asked))
        if action == "AWSStepFunctions.SendTaskFailure":
            return 200, {}
        if action != "AWSStepFunctions.GetExecutionHistory":
            return 400, {"__type": "UnknownOperationException"}
        if asked["executionArn"] != self._execution or not asked.get("reverseOrder"):
            return 400, {"__type": "ExecutionDoesNotExist", "message": f"Not asked for the newest of {self._execution}"}
        # Two events at a time, so that the pages must be followed.
        first = int(asked.get("nextToken", 0))
        page = {"events": [{**event, "timestamp": 1795334703.0} for event in self._events[first : first + 2]]}
        return 200, page | ({"nextToken": str(first + 2)} if first + 2 < len(self._events) else {})

    def close(self):
        self._server.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _handler(step_functions):
    class StepFunctions(Handler):
        def do_POST(self):
            status, answer = step_functions.answer(self.headers["X-Amz-Target"], json.loads(self.body()))
            self.reply(status, json.dumps(answer).encode())

    return StepFunctions
