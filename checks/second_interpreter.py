"""Runs statemachine/*.asl.json on a second, independent interpreter of the States Language, moto's Step Functions,
and compares it with `syncstep run`: a success, a failure and a time-out of a sync, and a success and a failure of a
pipeline, must come out the same, apart from times; and each sync must have put its one event on moto's bus.

Both sides run the real functions in real time against the fake provider: moto those that `sam build` made, under AWS's
runtime client, without Docker. Takes about 75 s, since 60 s is the shortest time limit that a request may have.

  --stand-in   moto alone, with functions of a few lines in place of the real ones: is the machine itself sound?
"""

import collections
import concurrent.futures
import contextlib
import json
import logging
import os
import re
import subprocess
import sys
import tempfile
import time
from unittest import mock

import boto3
from moto import mock_aws
from moto.events.models import EventsBackend
from moto.stepfunctions.parser.asl.component.state.exec.state_task import lambda_eval_utils

import fake_provider
import handlers
import lambda_host
import moto_step_functions
from fake_provider import FakeProvider
from lambda_host import ROOT, FunctionError, LambdaHost

DEFINITIONS = ROOT / "statemachine"
COMMAND_LINE = ROOT / "local" / "target" / "syncstep.jar"
GIVE_UP_SECONDS = 180

REQUESTS = {
    "success": {"syncId": fake_provider.SUCCEEDS},
    "failure": {"syncId": fake_provider.FAILS},
    "time-out": {"syncId": fake_provider.NEVER_ENDS, "timeoutSeconds": 60},
}
# By stage and task; each in an account of its own.
PIPELINES = {
    "pipeline that succeeds": [[fake_provider.SUCCEEDS, fake_provider.SUCCEEDS], [fake_provider.SUCCEEDS]],
    "pipeline that fails": [[fake_provider.SUCCEEDS, fake_provider.FAILS], [fake_provider.SUCCEEDS]],
}
EXPECTED = {
    "success": ("SUCCEEDED", None),
    "failure": ("FAILED", "SyncFailed"),
    "time-out": ("FAILED", "SyncTimedOut"),
    "pipeline that succeeds": ("SUCCEEDED", None),
    "pipeline that fails": ("FAILED", "PipelineFailed"),
}
# 1 of each sync above, 3 and 2 of the pipelines' tasks.
EXPECTED_EVENTS = {"Sync Succeeded": 1 + 3 + 1, "Sync Failed": 2 + 1}
# The two sides run at the same time but not in step.
TIMES = {"triggeredAt", "startedAt", "finishedAt", "durationSeconds", "checks"}


def request(account, side, **fields):
    """The account keeps scenarios and sides apart at the provider."""
    return {"provider": "hightouch", "account": f"{account}-{side}", "minWaitSeconds": 1, "maxWaitSeconds": 2, **fields}


def input_of(scenario, side):
    if scenario in REQUESTS:
        return request(scenario, side, **REQUESTS[scenario])
    stages = [
        {
            "name": f"stage {i}",
            "tasks": [request(f"p{len(scenario)}-{i}-{j}", side, syncId=sync) for j, sync in enumerate(syncs)],
        }
        for i, syncs in enumerate(PIPELINES[scenario])
    ]
    return {"name": "nightly", "stages": stages}


def accounts():
    inputs = [input_of(scenario, side) for scenario in EXPECTED for side in ("moto", "local")]
    requests = [r for i in inputs for r in ([t for s in i["stages"] for t in s["tasks"]] if "stages" in i else [i])]
    return [f"hightouch/{r['account']}" for r in requests]


# ------------------------------------------------------------------ moto's side


def function_arn(name):
    return f"arn:aws:lambda:us-east-1:123456789012:function:{name}:live"


def answer_lambda_calls(functions):
    """Puts our functions where moto would start a container: it hands over the parameters of lambda:invoke."""

    def invoke(parameters, region, state_credentials):
        name = parameters["FunctionName"].split(":")[6]
        answer = {"StatusCode": 200, "ExecutedVersion": "1"}
        try:
            return {**answer, "Payload": functions[name](json.loads(parameters["Payload"]))}
        except FunctionError as error:
            return {**answer, "FunctionError": "Unhandled", "Payload": error.payload}

    lambda_eval_utils._invoke_lambda_function = invoke


def run_on_moto(step_functions, machines, scenario):
    execution = step_functions.start_execution(
        stateMachineArn=machines["pipeline" if scenario in PIPELINES else "sync"],
        # moto calls an execution without a name "None".
        name=scenario.replace(" ", "-"),
        input=json.dumps(input_of(scenario, "moto")),
    )["executionArn"]
    deadline = time.monotonic() + GIVE_UP_SECONDS
    while time.monotonic() < deadline:
        ended = step_functions.describe_execution(executionArn=execution)
        if ended["status"] != "RUNNING":
            return {
                "status": ended["status"],
                "error": ended.get("error"),
                "output": as_json(ended.get("output")),
                "cause": as_json(ended.get("cause")),
            }
        time.sleep(0.2)
    raise TimeoutError(f"{scenario} did not end within {GIVE_UP_SECONDS} s")


def definition_of(name, substitutions):
    text = (DEFINITIONS / f"{name}.asl.json").read_text()
    # moto's context object does not have it. It cannot redrive an execution either.
    text = text.replace('"redriveCount.$": "$$.Execution.RedriveCount"', '"redriveCount": 0')
    text = text.replace("$$.Execution.RedriveCount)", "0)")
    return re.sub(r"\$\{(\w+)\}", lambda found: substitutions.get(found[1]) or function_arn(found[1]), text)


@contextlib.contextmanager
def machines_on_moto(functions):
    """The ARNs of both state machines, and the events that end up on moto's bus."""
    answer_lambda_calls(functions)
    moto_step_functions.mend()
    events = []

    def put_events(backend, entries):
        events.extend(entries)
        return originally(backend, entries)

    originally = EventsBackend.put_events
    with (
        mock.patch.object(EventsBackend, "put_events", put_events),
        mock_aws(config={"stepfunctions": {"execute_state_machine": True}}),
    ):
        step_functions = boto3.client("stepfunctions", region_name="us-east-1")
        machines, substitutions = {}, {"EventBusName": "default"}
        for name, substitution in (("sync", "SyncStateMachine"), ("pipeline", None)):
            machines[name] = substitutions[substitution] = step_functions.create_state_machine(
                name=name,
                definition=definition_of(name, substitutions),
                roleArn="arn:aws:iam::123456789012:role/sync",
            )["stateMachineArn"]
            substitutions["SyncExecutions"] = machines["sync"].replace(":stateMachine:", ":execution:")
        yield step_functions, machines, events


# ------------------------------------------------------------------ the command line's side


def run_locally(scenario, credentials):
    machine = "pipeline" if scenario in PIPELINES else "sync"
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(input_of(scenario, "local"), file)
        file.flush()
        java = os.path.join(lambda_host.jdk25(), "bin", "java")
        done = subprocess.run(
            [java, "-jar", COMMAND_LINE, "run", file.name, "--json", "--machine", machine],
            env={**os.environ, "SYNCSTEP_CREDENTIALS": credentials},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=GIVE_UP_SECONDS,
        )
    try:
        result = json.loads(done.stdout)
    except ValueError:
        printed = done.stdout + done.stderr
        raise RuntimeError(f"{scenario}: `syncstep run` exited with {done.returncode}:\n{printed}") from None
    expected_exit_code = 0 if result["status"] == "SUCCEEDED" else 1
    if done.returncode != expected_exit_code:
        raise RuntimeError(f"{scenario}: `syncstep run` says {result['status']}, exit code {done.returncode}")
    return {key: result.get(key) for key in ("status", "error", "output", "cause")}


# ------------------------------------------------------------------ comparison


def as_json(text):
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text


def without_times(value):
    """Leaves out what may differ between two runs of the same thing: times, what counts them, the account's name."""
    if isinstance(value, dict):
        return {key: without_times(inner) for key, inner in value.items() if key not in TIMES}
    if isinstance(value, list):
        return [without_times(inner) for inner in value]
    if isinstance(value, str):
        value = re.sub(r"-(moto|local)\b", "", value)
        return re.sub(r"\d+", "#", value) if " " in value else value
    return value


def verdict(scenario, moto, local):
    """What is wrong with a scenario's two results, or None."""
    if (moto["status"], moto["error"]) != EXPECTED[scenario]:
        return f"ended {moto} on moto, instead of {EXPECTED[scenario]}"
    if local is not None and without_times(moto) != without_times(local):
        return f"differs.\n  moto:  {json.dumps(without_times(moto))}\n  local: {json.dumps(without_times(local))}"
    return None


# ------------------------------------------------------------------ stand-in functions


def stand_in_functions():
    """The whole provider and all three functions in a few lines: enough to walk the machine's three ways out."""

    def answer(next_, **report):
        return {"next": next_, "waitSeconds": 1, "run": {"runId": "42"}, "report": report}

    def failed(next_, error):
        cause = {"message": f"stand-in says {error}"}
        return answer(next_, error=error, cause=json.dumps(cause), event=cause | {"error": error})

    def check(event):
        sync_id = event["request"]["syncId"]
        if not event["sync"]["run"]:
            return {**answer("start"), "run": {}}
        if sync_id == fake_provider.SUCCEEDS:
            return answer("succeed", status="succeeded", runId="42", message="It went well.")
        if sync_id == fake_provider.FAILS:
            return failed("fail", "SyncFailed")
        return failed("stop", "SyncTimedOut")

    return {
        "CheckSync": check,
        "TriggerSync": lambda event: answer("follow"),
        "StopSync": lambda event: {**event["sync"], "next": "fail"},
    }


@contextlib.contextmanager
def real_functions(credentials, callbacks):
    """Under AWS's runtime client, without the rehearsals before a snapshot. What they tell Step Functions goes to moto."""
    environment = {"SYNCSTEP_CREDENTIALS": credentials} | callbacks.environment()
    with contextlib.ExitStack() as hosts:
        yield {
            name: hosts.enter_context(LambdaHost(name, handler, handlers.BUILD / name, environment, snap_start=False)).call
            for name, handler in handlers.built_functions().items()
            if name != "StopAbortedSync"
        }


def wrong_events(events):
    """What is wrong with what was published, or None."""
    kinds = collections.Counter(event["DetailType"] for event in events)
    if kinds != EXPECTED_EVENTS:
        return f"published {kinds}, instead of {EXPECTED_EVENTS}"
    if any(event["Source"] != "syncstep" or not json.loads(event["Detail"])["message"] for event in events):
        return f"published {events}"
    return None


def main():
    # moto prints a stack of its own for every execution that fails.
    logging.getLogger("moto").setLevel(logging.CRITICAL)
    stand_in = "--stand-in" in sys.argv
    if not stand_in and not COMMAND_LINE.exists():
        sys.exit(f"{COMMAND_LINE.relative_to(ROOT)} is missing: build it first, with mvn verify")

    scenarios = REQUESTS if stand_in else EXPECTED

    with contextlib.ExitStack() as stack:
        provider = stack.enter_context(FakeProvider())
        callbacks = stack.enter_context(moto_step_functions.Callbacks())
        credentials = provider.credentials(*accounts())
        functions = stand_in_functions() if stand_in else stack.enter_context(real_functions(credentials, callbacks))
        step_functions, machines, events = stack.enter_context(machines_on_moto(functions))
        pool = stack.enter_context(concurrent.futures.ThreadPoolExecutor(2 * len(EXPECTED)))
        moto = {scenario: pool.submit(run_on_moto, step_functions, machines, scenario) for scenario in scenarios}
        local = {scenario: pool.submit(run_locally, scenario, credentials) for scenario in scenarios if not stand_in}
        failed = 0
        for scenario in scenarios:
            trouble = verdict(scenario, moto[scenario].result(), local[scenario].result() if local else None)
            failed += trouble is not None
            same = "the same on both" if local else "as expected"
            print(f"{scenario}: {trouble or ' '.join(filter(None, EXPECTED[scenario])) + ', ' + same}", flush=True)
        trouble = None if stand_in else wrong_events(events)
        failed += trouble is not None
        print(f"events: {trouble or 'one of each sync'}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
