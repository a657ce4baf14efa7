"""Calls each built function from its built folder, under AWS's own runtime client, with its event of events/.

Needs `sam build`. Fails when a class named in the template is not in the artifact, when a jar is missing from it, or
when the answer is not what the state machine reads, or the call that it was made for did not reach the provider.
"""

import json
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor

from fake_provider import FakeProvider
from fake_step_functions import FakeStepFunctions
from lambda_host import ROOT, FunctionError, LambdaHost

BUILD = ROOT / ".aws-sam" / "build"
EVENTS = {
    "TriggerSync": "trigger-sync",
    "CheckSync": "check-sync",
    "StopSync": "stop-sync",
    "StopAbortedSync": "stop-aborted-sync",
    "AdvancePipeline": "advance-pipeline",
    "FailPipeline": "fail-pipeline",
    "Overview": "overview",
}
# What the state machine takes from an answer, in its ResultSelector.
ANSWER_FIELDS = {"next", "waitSeconds", "run", "report"}
# next, once the events have been played against the fake provider.
EXPECTED_NEXT = {"TriggerSync": "follow", "CheckSync": "follow", "StopSync": "fail"}
PIPELINE_FIELDS = {"next", "stage", "done", "redriveCount", "groups", "output", "failure"}
# How many calls that start or stop something each may make.
STARTS = {"TriggerSync": 1}
STOPS = {"StopSync": 1, "StopAbortedSync": 1}


def built_functions():
    """Name and handler of each function in the built template."""
    template = (BUILD / "template.yaml").read_text()
    found = re.findall(r"^  (\w+):\n    Type: AWS::Serverless::Function\n(.*?)(?=^  \w|\Z)", template, re.M | re.S)
    return {name: re.search(r"Handler: (\S+)", body)[1] for name, body in found}


def event_of(name):
    return json.loads((ROOT / "events" / f"{EVENTS[name]}.json").read_text())


def check(name, handler):
    event = event_of(name)
    aborted = event_of("StopAbortedSync")["detail"]["executionArn"]
    data = event_of("StopSync")
    data["sync"]["next"] = "follow"
    with FakeProvider() as provider, FakeStepFunctions(aborted, data) as step_functions:
        credentials = {"SYNCSTEP_CREDENTIALS": provider.credentials("hightouch/default", "stitch/default")}
        with LambdaHost(name, handler, BUILD / name, credentials | step_functions.environment()) as host:
            answer = host.call(event)
            if "key-of-" in json.dumps(answer) + host.log():
                return "gave away the credential in its answer or its log"
            if '\\"failures\\":0}' not in host.log():
                return f"did not rehearse without a failure: {host.log()}"
            starts, stops = provider.calls("POST", "/(trigger|sync)$"), provider.calls("DELETE", "/sync$")
            if (starts, stops) != (STARTS.get(name, 0), STOPS.get(name, 0)):
                return f"made {starts} start calls and {stops} stop calls"
            if name in EXPECTED_NEXT:
                return wrong_answer(answer, ANSWER_FIELDS, EXPECTED_NEXT[name])
            if name == "AdvancePipeline":
                return wrong_answer(answer, PIPELINE_FIELDS, "run")
            if name == "Overview":
                return wrong_widget(answer, host)
            if name == "FailPipeline":
                return wrong_callback(event, step_functions.requests)
            if '\\"outcome\\":\\"stopped\\"' not in host.log():
                return f"did not log what it did: {host.log()}"
    return None


def wrong_widget(answer, host):
    """What is wrong with the HTML for the dashboard, filtered as the event says, or None."""
    if not isinstance(answer, str) or not answer.startswith("<style>"):
        return f"answered no HTML: {str(answer)[:500]}"
    for expected in ("<table>", "orders", f'endpoint="{host.arn}"', 'class="syncstep dark'):
        if expected not in answer:
            return f"answered without {expected}: {answer[answer.find('</style>'):][:2000]}"
    if "Stitch default</td>" in answer:
        return "showed what the filter leaves out"
    described = host.call({"describe": True})
    if "markdown" not in described:
        return f"described itself as {described}"
    return None


def wrong_callback(event, requests):
    """What is wrong with what Step Functions was told of the task, or None."""
    told = [(action, asked["taskToken"], asked["error"]) for action, asked in requests]
    if told != [("AWSStepFunctions.SendTaskFailure", event["token"], "PipelineFailed")]:
        return f"told Step Functions {requests}"
    if [task["taskId"] for task in json.loads(requests[0][1]["cause"])["failed"]] != ["120643"]:
        return f"did not name the failed task: {requests}"
    return None


def wrong_answer(answer, fields, expected_next):
    """What the state machine cannot use in an answer, or None."""
    missing = fields - answer.keys()
    if missing:
        return f"answered without {sorted(missing)}: {answer}"
    if answer["next"] != expected_next:
        return f"answered next {answer['next']!r} instead of {expected_next!r}: {answer}"
    return None


def main():
    functions = built_functions()
    if functions.keys() != EVENTS.keys():
        sys.exit(f"The built template has {sorted(functions)}, but there are events for {sorted(EVENTS)}")
    # As many at once as there are processors: most of it is the rehearsal of each.
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        found = list(workers.map(trouble, functions.keys(), functions.values()))
    for name, what in zip(functions, found):
        print(f"{name}: {what or 'does what it is called for'}")
    sys.exit(1 if any(found) else 0)


def trouble(name, handler):
    """What is wrong with a function, or None."""
    try:
        return check(name, handler)
    except FunctionError as error:
        return f"threw {error}"
    except RuntimeError as error:
        return str(error)


if __name__ == "__main__":
    main()
