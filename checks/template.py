"""What neither `sam validate --lint` nor cfn-lint on the template as written can see.

The template is transformed as CloudFormation would do it, linted again, and its values and those of the stacks within
it, schedules.yaml and monitoring.yaml, are worked out with the parameters' defaults and with what is off by default
switched on. Each rule below, in schedules.py, monitoring.py and records.py is a mistake that a deployment would find out
late or never.
"""

import functools
import itertools
import json
import logging
import os
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
import zoneinfo
from pathlib import Path
from unittest import mock

import jsonschema
import referencing
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

import inputs
import monitoring
import schedules

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "template.yaml"
# Stacks within that of the template, each a file.
NESTED = ("schedules.yaml", "monitoring.yaml")

# The transformation's own metrics, which nobody collects here.
logging.getLogger("samtranslator").setLevel(logging.ERROR)

PSEUDO = {
    "AWS::Partition": "aws",
    "AWS::Region": "us-east-1",
    "AWS::AccountId": "123456789012",
    "AWS::StackName": "syncstep",
}
SWITCHED_ON = {
    "AfterStitchState": "ENABLED",
    "AfterStitchSourceId": "120643",
    "AfterStitchSyncId": "1234567",
    "AfterStitchAccount": "acme",
    "AfterDbtState": "ENABLED",
    "AfterDbtJobId": "70403",
    "AfterDbtSyncId": "1234567",
    "AfterDbtAccount": "acme",
    "AlarmTopicArn": "arn:aws:sns:us-east-1:123456789012:alarms",
    "TickExpectedWithinHours": 25,
}
LOGICAL_IDS = {
    "TriggerSync",
    "CheckSync",
    "StopSync",
    "StopAbortedSync",
    "AdvancePipeline",
    "FailPipeline",
    "Overview",
    "SyncStateMachine",
    "PipelineStateMachine",
}
OUTPUTS = {"SyncStateMachineArn", "PipelineStateMachineArn", "OverviewArn"}
# What names an execution, whose name is known once it was started: a wildcard is needed, and one state machine.
OF_EXECUTIONS = {"states:GetExecutionHistory", "states:DescribeExecution", "states:StopExecution"}
# Services that know no resources to name: AWS's own documentation gives them '*'.
NO_RESOURCES = ("xray:", "logs:", "secretsmanager:ListSecrets")


class Stack:
    """A template after SAM's transformation, its values worked out for one choice of parameters.

    files: by name, the texts of nested templates that are not to be read from the folder.
    """

    def __init__(self, text, root=ROOT, parameters=None, transformation=None, files=None):
        self.root = root
        self.files = files or {}
        self.source = parsed(text)
        self.transformed = (transformation or transformed)(text)
        declared = self.transformed.get("Parameters", {})
        self.parameters = {name: p.get("Default") for name, p in declared.items()} | (parameters or {})
        self.nested = {}
        self.given_without = []
        self.resources = {
            name: {"Type": r["Type"], "Properties": self._value(r.get("Properties", {}))}
            for name, r in self.transformed["Resources"].items()
        }
        for name in self.of_type("AWS::CloudFormation::Stack"):
            self.nested_stack(name)

    def nested_stack(self, name):
        """Made when it is first asked for, since the values of other resources may be its outputs."""
        if name not in self.nested:
            properties = self.source["Resources"][name]["Properties"]
            text = self.files.get(properties["TemplateURL"]) or (self.root / properties["TemplateURL"]).read_text()
            # As transformed: SAM has names of its own, such as Overview.Alias.
            given = self._value(self.transformed["Resources"][name]["Properties"]["Parameters"])
            self.nested[name] = Stack(text, self.root, given, transformation=parsed)
            self.given_without += [f"{name}: {p}" for p in sorted(parsed(text)["Parameters"].keys() ^ given.keys())]
        return self.nested[name]

    @property
    def schedules(self):
        return self.everywhere("AWS::Scheduler::Schedule")

    def everywhere(self, kind):
        """In the nested stacks too."""
        found = self.of_type(kind)
        for stack in self.nested.values():
            found |= stack.of_type(kind)
        return found

    def of_type(self, kind):
        return {name: r["Properties"] for name, r in self.resources.items() if r["Type"] == kind}

    def output(self, name):
        return self._value(self.transformed["Outputs"][name]["Value"])

    def arn(self, logical_id):
        return f"arn:aws:sample:us-east-1:123456789012:{logical_id}"

    def _value(self, node):
        if isinstance(node, list):
            return [self._value(inner) for inner in node]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            (function, argument), = node.items()
            if function == "Ref":
                return self._ref(argument)
            if function == "Fn::GetAtt":
                return self._attribute(argument if isinstance(argument, list) else argument.split(".", 1))
            if function == "Fn::Join":
                return argument[0].join(map(str, self._value(argument[1])))
            if function == "Fn::Split":
                return self._value(argument[1]).split(argument[0])
            if function == "Fn::Sub":
                return self._substituted(argument)
            if function == "Fn::FindInMap":
                table, row, column = self._value(argument)
                return self.source["Mappings"][table][row][column]
            if function == "Fn::If":
                return self._value(argument[1] if self._holds(argument[0]) else argument[2])
        return {key: self._value(inner) for key, inner in node.items()}

    def _holds(self, condition):
        return self._truth(self.source["Conditions"][condition])

    def _truth(self, node):
        (function, argument), = node.items()
        if function == "Fn::Not":
            return not self._truth(argument[0])
        left, right = self._value(argument)
        return str(left) == str(right)

    def _attribute(self, path):
        logical_id, attribute = path[0], ".".join(path[1:])
        if attribute.startswith("Outputs."):
            return self.nested_stack(logical_id).output(attribute.removeprefix("Outputs."))
        return self.arn(logical_id)

    def _substituted(self, argument):
        text, own = (argument[0], self._value(argument[1])) if isinstance(argument, list) else (argument, {})
        return re.sub(r"\$\{([^}]+)\}", lambda found: str(own.get(found[1], self._ref(found[1]))), text)

    def _ref(self, name):
        if name in PSEUDO:
            return PSEUDO[name]
        if name in self.parameters:
            return self.parameters[name]
        return self.arn(name)


@functools.lru_cache(maxsize=16)
def pickled(text):
    return pickle.dumps(yaml_parse(text))


def parsed(text):
    """A template as written. Each text is parsed once, for that takes most of the time of a planted mistake."""
    return pickle.loads(pickled(text))


def transformed(text):
    """What CloudFormation makes of the template, once its files have been uploaded."""
    template = parsed(text)
    template["Globals"]["Function"]["CodeUri"] = "s3://bucket/functions.zip"
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::StateMachine":
            resource["Properties"]["DefinitionUri"] = "s3://bucket/definition.json"
        if resource["Type"] == "AWS::CloudFormation::Stack":
            resource["Properties"]["TemplateURL"] = "https://bucket.s3.amazonaws.com/nested.yaml"
    with mock.patch.dict(os.environ, AWS_DEFAULT_REGION=PSEUDO["AWS::Region"]):
        return transform(template, {}, mock.Mock(load=dict))


def plain_list(value):
    return value if isinstance(value, list) else [value]


# ------------------------------------------------------------------ rules: each yields sentences about what is wrong


def parameters_explain_themselves(stack):
    for name, parameter in stack.transformed["Parameters"].items():
        default = str(parameter.get("Default", ""))
        if not parameter.get("Description"):
            yield f"parameter {name} has no Description, which is all that `sam deploy --guided` shows"
        if not parameter.get("ConstraintDescription"):
            yield f"parameter {name} has no ConstraintDescription"
        if not {"AllowedPattern", "AllowedValues", "MaxValue"} & parameter.keys():
            yield f"parameter {name} takes anything"
        if "AllowedPattern" in parameter and not re.fullmatch(parameter["AllowedPattern"], default):
            yield f"parameter {name}: its own pattern refuses the default {default!r}"
        if "AllowedValues" in parameter and default not in map(str, parameter["AllowedValues"]):
            yield f"parameter {name}: the default {default!r} is not among its AllowedValues"
    zones = re.compile(stack.transformed["Parameters"]["ScheduleTimeZone"]["AllowedPattern"])
    for refused in sorted(zone for zone in zoneinfo.available_timezones() if not zones.fullmatch(zone)):
        yield f"parameter ScheduleTimeZone refuses the time zone {refused}"
    groups = stack.source["Metadata"]["AWS::CloudFormation::Interface"]["ParameterGroups"]
    grouped = list(itertools.chain.from_iterable(group["Parameters"] for group in groups))
    if sorted(grouped) != sorted(stack.transformed["Parameters"]):
        yield f"the parameter groups do not list each parameter once: {sorted(grouped)}"


def nested_stacks_are_given_what_they_declare(stack):
    for name in stack.given_without:
        yield f"a stack is not given what it declares, or declares not what it is given: {name}"


def schema_troubles(name, instance):
    schemas = {file.name: json.loads(file.read_text()) for file in (ROOT / "events" / "schemas").glob("*.json")}
    known = referencing.Registry().with_resources(
        (file, referencing.Resource.from_contents(schema)) for file, schema in schemas.items()
    )
    validator = jsonschema.Draft202012Validator({"$ref": f"{name}.json"}, registry=known)
    for error in validator.iter_errors(instance):
        closest = jsonschema.exceptions.best_match([error])
        yield f"{closest.json_path}: {closest.message}"


def dead_letters_arrive(stack):
    """A schedule needs the right in its role, a rule in the queue's policy: else dead letters are lost in silence."""
    allowed_to_rules = {
        (queue, rule)
        for policy in stack.of_type("AWS::SQS::QueuePolicy").values()
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Principal"] == {"Service": "events.amazonaws.com"} and statement["Action"] == "sqs:SendMessage"
        for queue in plain_list(statement["Resource"])
        if queue in policy["Queues"]
        for rule in plain_list(statement["Condition"]["ArnEquals"]["aws:SourceArn"])
    }
    for name, rule in stack.everywhere("AWS::Events::Rule").items():
        for target in rule["Targets"]:
            queue = target.get("DeadLetterConfig", {}).get("Arn")
            if queue is None:
                yield f"{name} has no dead-letter queue"
            elif (queue, stack.arn(name)) not in allowed_to_rules:
                yield f"{name} may not send to its dead-letter queue: no queue policy lets it"
    for name, schedule in stack.schedules.items():
        target = schedule["Target"]
        queue = target.get("DeadLetterConfig", {}).get("Arn")
        if queue is None:
            yield f"{name} has no dead-letter queue"
        allowed = list(statements_of(stack, target["RoleArn"]))
        needed = [("states:StartExecution", stack.arn(machine)) for machine in schedules.MACHINES]
        for action, resource in [*needed, ("sqs:SendMessage", queue)]:
            if not any(action in plain_list(s["Action"]) and resource in plain_list(s["Resource"]) for s in allowed):
                yield f"{name}: its role does not allow {action} on {resource}"


def chained_syncs_are_valid(stack):
    chained = {
        name: rule
        for name, rule in stack.of_type("AWS::Events::Rule").items()
        if rule["EventPattern"].get("source") == ["syncstep"]
    }
    for name, rule in chained.items():
        if rule["EventPattern"].get("detail-type") != ["Sync Succeeded"]:
            yield f"{name} starts a sync after {rule['EventPattern'].get('detail-type')}"
        if set(rule["EventPattern"].get("detail", {})) != {"provider", "account", "taskId"}:
            yield f"{name} must name provider, account and task: another account may have a task of the same id"
        for target in rule["Targets"]:
            if target["Arn"] != stack.arn("SyncStateMachine"):
                yield f"{name} starts {target['Arn']}, not the state machine of syncs"
            if trouble := inputs.trouble("sync", target["Input"]):
                yield f"{name}: {trouble}"


def rules_may_call_their_functions(stack):
    """A rule that calls a function needs the right in the policy of that very alias."""
    aliases = {stack.arn(alias) for alias in stack.of_type("AWS::Lambda::Alias")}
    permitted = {
        (permission["FunctionName"], permission.get("SourceArn"))
        for permission in stack.of_type("AWS::Lambda::Permission").values()
        if permission["Principal"] == "events.amazonaws.com" and permission["Action"] == "lambda:InvokeFunction"
    }
    for name, rule in stack.of_type("AWS::Events::Rule").items():
        for target in rule["Targets"]:
            if "RoleArn" in target:
                continue
            if target["Arn"] not in aliases:
                yield f"{name} calls {target['Arn']}, which is not an alias"
            if (target["Arn"], stack.arn(name)) not in permitted:
                yield f"{name} may not call {target['Arn']}: no permission lets it"


def aborted_runs_are_stopped(stack):
    rules = [
        name
        for name, rule in stack.of_type("AWS::Events::Rule").items()
        if rule["EventPattern"].get("source") == ["aws.states"]
    ]
    if len(rules) != 1:
        yield f"there should be one rule for executions that ended from outside, not {rules}"
    for name in rules:
        rule = stack.resources[name]["Properties"]
        pattern = rule["EventPattern"]
        if rule.get("EventBusName", "default") != "default":
            yield f"{name} listens to {rule['EventBusName']}: events of AWS's services come to the default bus only"
        if pattern.get("detail-type") != ["Step Functions Execution Status Change"]:
            yield f"{name} waits for {pattern.get('detail-type')}"
        if pattern["detail"].get("stateMachineArn") != [stack.arn("SyncStateMachine")]:
            yield f"{name} hears of executions of {pattern['detail'].get('stateMachineArn')}"
        if sorted(pattern["detail"].get("status", [])) != ["ABORTED", "TIMED_OUT"]:
            yield f"{name} hears of executions that {pattern['detail'].get('status')}"
        if rule.get("State") != stack.parameters["StopAbortedRuns"]:
            yield f"{name} cannot be switched: its state is {rule.get('State')!r}"


def failed_events_are_kept(stack):
    """A function that is called asynchronously, and its alias at that: Lambda drops what it failed to do otherwise."""
    called = {t["Arn"] for rule in stack.of_type("AWS::Events::Rule").values() for t in rule["Targets"]}
    for alias, properties in stack.of_type("AWS::Lambda::Alias").items():
        if stack.arn(alias) not in called:
            continue
        name = properties["FunctionName"].rsplit(":", 1)[-1]
        kept = [
            config["DestinationConfig"]["OnFailure"]["Destination"]
            for config in stack.of_type("AWS::Lambda::EventInvokeConfig").values()
            if config["FunctionName"].endswith(f":{name}") and config["Qualifier"] == properties["Name"]
            and "OnFailure" in config.get("DestinationConfig", {})
        ]
        if not kept:
            yield f"{name}: events that it fails to handle are lost"
        allowed = list(statements_of(stack, stack.resources[name]["Properties"]["Role"]))
        for queue in kept:
            if not any("sqs:SendMessage" in plain_list(s["Action"]) and queue in plain_list(s["Resource"]) for s in allowed):
                yield f"{name}: its role does not allow sqs:SendMessage on {queue}"


def statements_of(stack, role_arn):
    for name, role in stack.of_type("AWS::IAM::Role").items():
        if role_arn == stack.arn(name):
            for policy in role.get("Policies", []):
                yield from policy["PolicyDocument"]["Statement"]
            for policy in stack.of_type("AWS::IAM::Policy").values():
                if stack.arn(name) in policy["Roles"]:
                    yield from policy["PolicyDocument"]["Statement"]


def nobody_gets_more_than_needed(stack):
    secrets = f"arn:aws:secretsmanager:us-east-1:123456789012:secret:{stack.parameters['SecretPrefix']}*"
    # ${SyncStateMachine.Name}, as this program works it out.
    executions = f"arn:aws:states:us-east-1:123456789012:execution:{stack.arn('SyncStateMachine.Name')}:*"
    for name, role in stack.of_type("AWS::IAM::Role").items():
        for managed in role.get("ManagedPolicyArns", []):
            yield f"{name} has the managed policy {managed}"
        for statement in statements_of(stack, stack.arn(name)):
            actions, resources = plain_list(statement["Action"]), plain_list(statement["Resource"])
            if any("*" in action for action in actions):
                yield f"{name}: wildcard in the actions {actions}"
            if all(action == "secretsmanager:GetSecretValue" for action in actions):
                if resources != [secrets]:
                    yield f"{name} may read {resources} rather than {secrets}"
            elif any(action in OF_EXECUTIONS for action in actions):
                if resources != [executions] or not OF_EXECUTIONS.issuperset(actions):
                    yield f"{name} may do {actions} with {resources} rather than with {executions}"
            elif any("*" in r for r in resources) and not all(a.startswith(NO_RESOURCES) for a in actions):
                yield f"{name}: wildcard in the resources {resources} of {actions}"
    roles = [function["Role"] for function in stack.of_type("AWS::Lambda::Function").values()]
    if len(set(roles)) != len(roles):
        yield "functions share a role"


def functions_are_found(stack):
    for name, function in stack.of_type("AWS::Lambda::Function").items():
        source = stack.source["Resources"][name]["Properties"]
        folder = stack.root / source.get("CodeUri", stack.source["Globals"]["Function"]["CodeUri"])
        # With a method's name AWS's runtime client calls it by reflection, which makes a first call slower.
        if not re.fullmatch(r"[\w.]+", function["Handler"]):
            yield f"{name}: Handler {function['Handler']} is not package.Class alone"
            continue
        file = folder / "src" / "main" / "java" / (function["Handler"].replace(".", "/") + ".java")
        if not file.exists():
            yield f"{name}: no {file} for Handler {function['Handler']}"
        elif not re.search(r"\bclass \w+ implements RequestStreamHandler\b", file.read_text()):
            yield f"{name}: {file} implements no RequestStreamHandler"
        if function["Environment"]["Variables"].get("SYNCSTEP_CREDENTIALS") != "":
            yield f"{name}: SYNCSTEP_CREDENTIALS must be declared, and empty"


def machines_are_whole(stack):
    for name, resource in stack.source["Resources"].items():
        if resource["Type"] != "AWS::Serverless::StateMachine":
            continue
        file = stack.root / resource["Properties"]["DefinitionUri"]
        if not file.exists():
            yield f"{name}: no {file}"
            continue
        text = file.read_text()
        substitutions = stack.resources[name]["Properties"].get("DefinitionSubstitutions", {})
        used = set(re.findall(r"\$\{(\w+)\}", text))
        for missing in used - substitutions.keys():
            yield f"{name}: {file.name} uses ${{{missing}}}, which is not supplied"
        for dropped in substitutions.keys() - used:
            yield f"{name}: the substitution {dropped} is not used in {file.name}"
        aliases = {stack.arn(alias): p for alias, p in stack.of_type("AWS::Lambda::Alias").items()}
        called = set(re.findall(r'"FunctionName": "\$\{(\w+)\}"', text)) & substitutions.keys()
        for key in called:
            if substitutions[key] not in aliases:
                yield f"{name}: {key} is not an alias, so SnapStart does nothing and deployments are not atomic"
        yield from task_timeouts(stack, name, json.loads(text))
        yield from machine_rights(stack, name, [substitutions[key] for key in called])
        yield from machine_logs(stack, name)


def task_timeouts(stack, name, definition):
    for state_name, state in states_of(definition):
        called = re.fullmatch(r"\$\{(\w+)\}", state.get("Parameters", {}).get("FunctionName", ""))
        function = called and stack.of_type("AWS::Lambda::Function").get(called[1])
        if function and function["Timeout"] >= state.get("TimeoutSeconds", 0):
            yield f"{name}: {state_name!r} gives up before {called[1]} does ({function['Timeout']} s)"


def states_of(machine):
    for name, state in machine["States"].items():
        yield name, state
        if "ItemProcessor" in state:
            yield from states_of(state["ItemProcessor"])


def machine_rights(stack, name, functions):
    role = stack.resources[name]["Properties"]["RoleArn"]
    invoked = [
        resource
        for statement in statements_of(stack, role)
        if "lambda:InvokeFunction" in plain_list(statement["Action"])
        for resource in plain_list(statement["Resource"])
    ]
    if sorted(invoked) != sorted(functions):
        yield f"{name}: its role may call {sorted(invoked)}, and calls {sorted(functions)}"


def machine_logs(stack, name):
    logging = stack.resources[name]["Properties"].get("LoggingConfiguration", {})
    groups = {stack.arn(group): p["LogGroupName"] for group, p in stack.of_type("AWS::Logs::LogGroup").items()}
    destinations = [d["CloudWatchLogsLogGroup"]["LogGroupArn"] for d in logging.get("Destinations", [])]
    if not destinations:
        yield f"{name} has no log"
    for destination in destinations:
        if not groups.get(destination, "").startswith("/aws/vendedlogs/states/"):
            yield f"{name}: its log {destination} is not the Arn of a group that begins with /aws/vendedlogs/states/"


def names_are_kept(stack):
    for missing in LOGICAL_IDS - stack.resources.keys():
        yield f"there is no {missing}: other stacks and the documentation rely on the name"
    for missing in OUTPUTS - stack.transformed["Outputs"].keys():
        yield f"there is no output {missing}"
    if "OverviewArn" in stack.transformed["Outputs"]:
        called = stack.output("OverviewArn")
        if called not in monitoring.aliases_of(stack, "Overview"):
            yield f"the output OverviewArn is {called}, which is no alias of Overview"


RULES = [
    parameters_explain_themselves,
    nested_stacks_are_given_what_they_declare,
    *schedules.RULES,
    dead_letters_arrive,
    chained_syncs_are_valid,
    rules_may_call_their_functions,
    aborted_runs_are_stopped,
    failed_events_are_kept,
    nobody_gets_more_than_needed,
    functions_are_found,
    machines_are_whole,
    names_are_kept,
    *monitoring.RULES,
]


def troubles(text, root=ROOT, files=None):
    """Every complaint about the template and the stacks within it, as a sentence."""
    for name, rule in Stack(text, root).of_type("AWS::Events::Rule").items():
        if rule["EventPattern"].get("source") == ["syncstep"] and rule.get("State") != "DISABLED":
            yield f"{name}, which starts a sync after another, is not off by default"
    stack = Stack(text, root, SWITCHED_ON, files=files)
    for rule in RULES:
        yield from rule(stack)


def lint(text, what):
    """cfn-lint's complaints, warnings included."""
    with tempfile.TemporaryDirectory() as folder:
        # Beside it the nested ones, with whose parameters the linter compares what they are given.
        for nested in NESTED:
            shutil.copy(ROOT / nested, folder)
        file = Path(folder) / f"{what}.yaml"
        file.write_text(text)
        linter = Path(sys.executable).with_name("cfn-lint")
        done = subprocess.run([linter, "--format", "parseable", file], capture_output=True, text=True)
        return [line.replace(f"{folder}/", "") for line in (done.stdout + done.stderr).splitlines() if line]


def main():
    text = TEMPLATE.read_text()
    found = lint(text, "template")
    for nested in NESTED:
        found += lint((ROOT / nested).read_text(), Path(nested).stem)
    found += lint(json.dumps(transformed(text), indent=2), "transformed") + list(troubles(text))
    for trouble in found:
        print(trouble, file=sys.stderr)
    if found:
        sys.exit(1)
    print(f"template.yaml, {' and '.join(NESTED)}: nothing wrong, as written and as CloudFormation will see it")


if __name__ == "__main__":
    main()
