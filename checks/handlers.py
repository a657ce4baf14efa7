"""Calls each built function from its built folder, under AWS's own runtime client, with its event of events/.

Needs `sam build`. Fails when a class named in the template is not in the artifact, when a jar is missing from it, or
when the answer is not what the state machine reads.
"""

import json
import re
import sys

from fake_provider import FakeProvider
from lambda_host import ROOT, FunctionError, LambdaHost

BUILD = ROOT / ".aws-sam" / "build"
EVENTS = {"TriggerSync": "trigger-sync", "CheckSync": "check-sync", "StopSync": "stop-sync"}
# What the state machine takes from an answer, in its ResultSelector.
ANSWER_FIELDS = {"next", "waitSeconds", "run", "report"}
# next, once the events have been played against the fake provider.
EXPECTED_NEXT = {"TriggerSync": "follow", "CheckSync": "follow", "StopSync": "fail"}


def built_functions():
    """Name and handler of each function in the built template."""
    template = (BUILD / "template.yaml").read_text()
    found = re.findall(r"^  (\w+):\n    Type: AWS::Serverless::Function\n(.*?)(?=^  \w|\Z)", template, re.M | re.S)
    return {name: re.search(r"Handler: (\S+)", body)[1] for name, body in found}


def check(name, handler):
    event = json.loads((ROOT / "events" / f"{EVENTS[name]}.json").read_text())
    with FakeProvider() as provider:
        credentials = {"SYNCSTEP_CREDENTIALS": provider.credentials("hightouch/default", "stitch/default")}
        with LambdaHost(name, handler, BUILD / name, credentials) as host:
            answer = host.call(event)
            missing = ANSWER_FIELDS - answer.keys()
            if missing:
                return f"answered without {sorted(missing)}: {answer}"
            if answer["next"] != EXPECTED_NEXT[name]:
                return f"answered next {answer['next']!r} instead of {EXPECTED_NEXT[name]!r}: {answer}"
            if "key-of-" in json.dumps(answer) + host.log():
                return "gave away the credential in its answer or its log"
            starts = provider.calls("POST", "/trigger$")
            if starts != (1 if name == "TriggerSync" else 0):
                return f"made {starts} start calls"
    return None


def main():
    functions = built_functions()
    if functions.keys() != EVENTS.keys():
        sys.exit(f"The built template has {sorted(functions)}, but there are events for {sorted(EVENTS)}")
    failed = 0
    for name, handler in functions.items():
        try:
            trouble = check(name, handler)
        except FunctionError as error:
            trouble = f"threw {error}"
        except RuntimeError as error:
            trouble = str(error)
        failed += trouble is not None
        print(f"{name}: {trouble or 'answers as the state machine expects'}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
