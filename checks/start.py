"""`syncstep start` against moto's server: starts executions of statemachine/*.asl.json over HTTP, follows them, and is
held against what moto itself says of them. The functions are those of a few lines of second_interpreter.py: what the
machines do is that check's business.

Takes some 30 s, and needs `mvn verify` (or ./syncstep) to have built the command line.
"""

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import time

import boto3
from moto.core.config import default_user_config
from moto.server import ThreadedMotoServer

import fake_provider
import lambda_host
import moto_step_functions
import second_interpreter

SYNC = {"provider": "hightouch", "syncId": fake_provider.SUCCEEDS}
FAILS = {"provider": "hightouch", "syncId": fake_provider.FAILS}
NEVER_ENDS = {"provider": "hightouch", "syncId": fake_provider.NEVER_ENDS}
GIVE_UP_SECONDS = 60


def functions():
    """Those of the second interpreter, and the pipeline's: one stage after another, each task as it ended."""

    def check(event):
        if event["request"]["syncId"] == fake_provider.NEVER_ENDS and event["sync"]["run"]:
            return {**event["sync"], "next": "follow", "waitSeconds": 600}
        return stand_in["CheckSync"](event)

    def advance(event):
        if event["step"] == "task":
            return {"task": event["task"]["task"], "outcome": {"ok": "succeeded" in event["task"]}}
        if event["step"] == "stage":
            outcomes = sorted((each for group in event["outcomes"] for each in group), key=lambda each: each["task"])
            done = [each["outcome"] for each in outcomes]
            if not all(outcome["ok"] for outcome in done):
                return {"next": "fail", "stage": 0, "done": [done], "redriveCount": 0}
            stages = [{"name": "ingest", "tasks": done}]
            return {"next": "succeed", "output": {"name": "nightly", "status": "succeeded", "stages": stages}}
        stage = event["pipeline"]["stages"][0]
        tasks = [
            {
                "task": i,
                "share": 4096,
                "stage": stage["name"],
                "name": f"{event['execution']['name'][:40]}-t{i}",
                "request": request,
            }
            for i, request in enumerate(stage["tasks"])
        ]
        return {"next": "run", "stage": 0, "done": [], "redriveCount": 0, "groups": [{"tasks": tasks}]}

    def fail(event):
        failed = [i for i, outcome in enumerate(event["plan"]["done"][0]) if not outcome["ok"]]
        cause = json.dumps({"message": "It failed.", "failed": failed})
        moto_step_functions.fail_task(event["token"], "PipelineFailed", cause)
        return {}

    stand_in = second_interpreter.stand_in_functions()
    return {**stand_in, "CheckSync": check, "AdvancePipeline": advance, "FailPipeline": fail}


@contextlib.contextmanager
def machines():
    """moto's server with both state machines: its address, a client, and the ARNs by name."""
    default_user_config["stepfunctions"]["execute_state_machine"] = True
    second_interpreter.answer_lambda_calls(functions())
    moto_step_functions.mend()
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    # Where moto sends what a state machine calls: to itself.
    os.environ["MOTO_PORT"] = str(port)
    try:
        client = boto3.client("stepfunctions", region_name="us-east-1", endpoint_url=endpoint)
        arns, substitutions = {}, {"EventBusName": "default"}
        for name, substitution in (("sync", "SyncStateMachine"), ("pipeline", None)):
            arns[name] = substitutions[substitution] = client.create_state_machine(
                name=name,
                definition=second_interpreter.definition_of(name, substitutions),
                roleArn="arn:aws:iam::123456789012:role/sync",
            )["stateMachineArn"]
            substitutions["SyncExecutions"] = arns["sync"].replace(":stateMachine:", ":execution:")
        yield endpoint, client, arns
    finally:
        server.stop()


def command(endpoint, arn, *options):
    java = os.path.join(lambda_host.jdk25(), "bin", "java")
    return [
        java, "-jar", second_interpreter.COMMAND_LINE, "start", "-",
        "--state-machine", arn, "--endpoint-url", endpoint, *options,
    ]  # fmt: skip


def start(endpoint, arn, request, *options):
    return subprocess.run(
        command(endpoint, arn, *options),
        input=json.dumps(request),
        capture_output=True,
        text=True,
        timeout=GIVE_UP_SECONDS,
    )


def expect(what, holds, done):
    if not holds:
        sys.exit(f"{what}: not so.\nexit code {done.returncode}\n{done.stdout}\n{done.stderr}")
    print(what, flush=True)


def as_run_would(endpoint, client, arns):
    done = start(endpoint, arns["sync"], SYNC, "--json")
    told = json.loads(done.stdout)
    expect("a success exits with 0 and is one object", done.returncode == 0 and told["status"] == "SUCCEEDED", done)
    expect("the output is the execution's", told["output"]["message"] == "It went well.", done)
    entered = sum(
        "stateEnteredEventDetails" in event
        for event in client.get_execution_history(executionArn=started(done))["events"]
    )
    expect("each state that was entered counts", told["transitions"] == entered, done)
    expect("waits are told as they were", told["waits"] == [1] and told["waitedSeconds"] == 1, done)

    done = start(endpoint, arns["sync"], SYNC)
    expect("a person sees each state", all(s in done.stdout for s in ("Start the run", "Check the run", "Succeeded")), done)

    done = start(endpoint, arns["sync"], FAILS, "--json")
    told = json.loads(done.stdout)
    expect("a failure exits with 1, Error and Cause told", done.returncode == 1 and told["error"] == "SyncFailed", done)
    expect("the Cause is an object", told["cause"]["message"] == "stand-in says SyncFailed", done)


def pipelines(endpoint, client, arns):
    done = start(endpoint, arns["pipeline"], pipeline_of(SYNC, SYNC), "--json")
    told = json.loads(done.stdout)
    expect("a pipeline that succeeds exits with 0", done.returncode == 0 and told["output"]["status"] == "succeeded", done)
    expect("steps of the tasks count too", told["waits"] == [1, 1], done)

    done = start(endpoint, arns["pipeline"], pipeline_of(SYNC, FAILS))
    lines = done.stdout.splitlines()
    expect("a pipeline's tasks are shown as they start", sum("started" in line for line in lines) == 2, done)
    expect("and as they end", any("SyncFailed" in line for line in lines), done)
    expect("one that fails exits with 1", done.returncode == 1 and "PipelineFailed" in done.stdout, done)

    done = start(endpoint, arns["pipeline"], pipeline_of(SYNC, FAILS), "--json")
    told = json.loads(done.stdout)
    whole = (told["error"], told["cause"]["failed"]) == ("PipelineFailed", [1])
    expect("with the Error and the Cause of the pipeline", whole, done)
    expect("and exits with 1, too", done.returncode == 1, done)


def pipeline_of(*tasks):
    return {"name": "nightly", "stages": [{"name": "ingest", "tasks": tasks}]}


def stopped(endpoint, client, arns):
    following = subprocess.Popen(
        command(endpoint, arns["sync"]),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell that runs this in the background has it ignored, and the JVM would inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    following.stdin.write(json.dumps(NEVER_ENDS))
    following.stdin.close()
    execution = following.stderr.readline().split()[-1]
    time.sleep(3)
    following.send_signal(signal.SIGINT)
    following.wait(GIVE_UP_SECONDS)
    said = following.stderr.read()
    if "goes on: " + execution not in said:
        sys.exit(f"Ctrl-C: it does not say that the execution goes on.\n{said}")
    if client.describe_execution(executionArn=execution)["status"] != "RUNNING":
        sys.exit("Ctrl-C: the execution does not go on")
    print("after Ctrl-C the execution goes on, and that is said", flush=True)


def refused(endpoint, client, arns):
    done = start(endpoint, arns["sync"] + "s", SYNC)
    expect("an unknown state machine exits with 2", done.returncode == 2 and "no state machine" in done.stderr, done)
    done = start("http://127.0.0.1:1", arns["sync"], SYNC)
    expect("so does an endpoint that can't be reached", done.returncode == 2 and "not be reached" in done.stderr, done)


def started(done):
    return done.stderr.split("Started ", 1)[1].split()[0]


def main():
    for noisy in ("moto", "werkzeug"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    os.environ |= {"AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": "example"}
    if not second_interpreter.COMMAND_LINE.exists():
        sys.exit("the command line is missing: build it first, with mvn verify")
    with machines() as surroundings:
        for check in (as_run_would, pipelines, stopped, refused):
            check(*surroundings)


if __name__ == "__main__":
    main()
