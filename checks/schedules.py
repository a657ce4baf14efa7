"""Rules of checks/template.py about schedules.yaml: what is wrong with a schedule would show at two in the morning otherwise."""

import json
import re

import cron
import inputs

SCHEDULER_START = "arn:aws:scheduler:::aws-sdk:sfn:startExecution"
TICK = "<aws.scheduler.execution-id>"
# By the logical id of a state machine, the name that the command line has for it.
MACHINES = {"SyncStateMachine": "sync", "PipelineStateMachine": "pipeline"}


def schedules_can_fire(stack):
    groups = {stack.arn(group) for group in stack.of_type("AWS::Scheduler::ScheduleGroup")}
    for name, schedule in stack.schedules.items():
        if schedule.get("GroupName") not in groups:
            yield f"{name} is not in the group of the schedules, by which AWS counts what becomes of its ticks"
        if name.startswith("Sample") and schedule.get("State") != "DISABLED":
            yield f"{name} is a sample and not off: call yours something else"
        if schedule.get("State") not in ("ENABLED", "DISABLED"):
            yield f"{name}: State is {schedule.get('State')!r}"
        mode = schedule.get("FlexibleTimeWindow", {}).get("Mode")
        if mode not in ("OFF", "FLEXIBLE"):
            yield f"{name}: FlexibleTimeWindow.Mode is {mode!r}; quote 'OFF'"
        zone = schedule.get("ScheduleExpressionTimezone", "UTC")
        if zone not in cron.ZONES:
            yield f"{name}: no such time zone: {zone}"
        yield from (f"{name}: {trouble}" for trouble in cron.troubles(schedule.get("ScheduleExpression", "")))


def schedules_start_once_what_is_valid(stack):
    for name, schedule in stack.schedules.items():
        target = schedule["Target"]
        if target["Arn"] != SCHEDULER_START:
            yield f"{name}: only the target {SCHEDULER_START} can name the execution after the tick"
        if "Input" not in target:
            yield f"{name} has no Input: it needs a request or a pipeline"
            continue
        yield from (f"{name}{trouble}" for trouble in call_troubles(stack, target["Input"]))


def call_troubles(stack, text):
    # The list puts a backslash before each quote, and before nothing else: one of the user's own would be read as an escape.
    if "\\" in text.replace('\\"', ""):
        yield ": a request of a schedule must have no backslash in it: EventBridge would hand over another text"
        return
    try:
        call = json.loads(text)
        execution_input = call["Input"]
    except (ValueError, KeyError, TypeError) as error:
        yield f": the call in its Input is not JSON, or has no Input of its own: {error}"
        return
    if not isinstance(execution_input, str):
        yield ": the request in its Input must be a text within the call"
        return
    machine = next((m for m in MACHINES if stack.arn(m) == call.get("StateMachineArn")), None)
    if machine is None:
        yield f" starts {call.get('StateMachineArn')}, not a state machine of this stack"
    elif trouble := inputs.trouble(MACHINES[machine], execution_input):
        yield f": {trouble}"
    if TICK not in call.get("Name", ""):
        yield f": without {TICK} in Name, a tick that is delivered twice starts two executions"
    elif not re.fullmatch(r"[0-9A-Za-z_-]{0,40}", call["Name"].replace(TICK, "")):
        yield f": {call['Name']} is no name of an execution"


RULES = [schedules_can_fire, schedules_start_once_what_is_valid]
