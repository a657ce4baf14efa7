"""What moto's Step Functions lacks for a pipeline, mended from outside."""

import json

from moto.core import DEFAULT_ACCOUNT_ID
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service import StateTaskService
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_sfn import (
    StateTaskServiceSfn,
)
from moto.stepfunctions.parser.models import stepfunctions_parser_backends

from loopback import Handler, LoopbackServer


def mend():
    """states:startExecution names its parameters StateMachineArn and so on; the client that moto calls, stateMachineArn."""

    def parameters(self, parameters, boto_service_name=None, service_action_name=None):
        if isinstance(self, StateTaskServiceSfn):
            rename(parameters, str.lower)

    def response(self, response, boto_service_name=None, service_action_name=None):
        if isinstance(self, StateTaskServiceSfn):
            rename(response, str.upper)

    StateTaskService._normalise_parameters = parameters
    StateTaskService._normalise_response = response


def rename(fields, first):
    for name in list(fields):
        fields[first(name[0]) + name[1:]] = fields.pop(name)


def fail_task(token, error, cause):
    """Not through moto's own front, which drops the cause."""
    backend = stepfunctions_parser_backends[DEFAULT_ACCOUNT_ID]["us-east-1"]
    backend.send_task_failure(token, error=error, cause=cause)


class Callbacks:
    """Step Functions over HTTP for functions that answer a task by its token: hands the calls on to moto."""

    def __init__(self):
        self._server = LoopbackServer(_handler(self))

    def environment(self):
        return {
            "AWS_ENDPOINT_URL_SFN": f"http://{self._server.address}",
            "AWS_ACCESS_KEY_ID": "AKIAEXAMPLE",
            "AWS_SECRET_ACCESS_KEY": "example",
        }

    def answer(self, action, asked):
        if action != "AWSStepFunctions.SendTaskFailure":
            return 400, {"__type": "UnknownOperationException"}
        fail_task(asked["taskToken"], asked["error"], asked["cause"])
        return 200, {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.close()


def _handler(callbacks):
    class StepFunctions(Handler):
        def do_POST(self):
            status, answer = callbacks.answer(self.headers["X-Amz-Target"], json.loads(self.body()))
            self.reply(status, json.dumps(answer).encode())

    return StepFunctions
