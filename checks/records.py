"""Rules of checks/template.py about the records of monitoring.yaml: what a rule of EventBridge writes must be a record, and
what a filter or a query reads must be in one; and the estimate of their cost must count what the definition does.
"""

import json
import re

FIELD = re.compile(r"\$\.([\w.\[\]-]+)")
PLACEHOLDER = re.compile(r"<([\w-]+)>")
# What else an event has, beside its detail: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events.html
OF_EVENTS = {"id", "source", "time", "resources[0]", "resources[1]"}


def records_stack(stack):
    return stack.nested["Monitoring"]


# ------------------------------------------------------------------ fields of records


def fields_of_records(stack):
    """Those of the events' schemas, and those that the rules write."""
    fields = set(OF_EVENTS)
    for schema in ("sync-succeeded", "sync-failed"):
        fields |= set(leaves(json.loads((stack.root / "events" / "schemas" / f"{schema}.json").read_text()), "detail"))
    for transformer in transformers(stack).values():
        detail = transformer["InputTemplate"].split('\\"detail\\": {')[-1]
        fields |= {f"detail.{field}" for field in re.findall(r'\\"(\w+)\\":', detail)}
    return fields


def leaves(schema, path):
    for name, inner in schema.get("properties", {}).items():
        yield f"{path}.{name}"
        yield from leaves(inner, f"{path}.{name}")


def filters_read_fields_that_exist(stack):
    fields = fields_of_records(stack)
    records = records_stack(stack)
    groups = {records.arn(group) for group in records.of_type("AWS::Logs::LogGroup")}
    for name, filter_ in records.of_type("AWS::Logs::MetricFilter").items():
        if filter_["LogGroupName"] not in groups:
            yield f"{name} filters {filter_['LogGroupName']}, not the records"
        matched = set(FIELD.findall(filter_["FilterPattern"]))
        for made in filter_["MetricTransformations"]:
            taken = [made["MetricValue"], *(d["Value"] for d in made.get("Dimensions", []))]
            read = set(FIELD.findall(" ".join(taken)))
            for unknown in sorted((matched | read) - fields):
                yield f"{name} reads {unknown}, which no record has"
            for unmatched in sorted(read - matched):
                yield f"{name} takes {unmatched}, which its pattern does not name: CloudWatch takes only what was matched"


def saved_queries(stack):
    return records_stack(stack).of_type("AWS::Logs::QueryDefinition")


def queries_read_fields_that_exist(stack):
    fields = fields_of_records(stack)
    for name, query in saved_queries(stack).items():
        for unknown in sorted(set(re.findall(r"\bdetail(?:\.\w+)+", query["QueryString"])) - fields):
            yield f"{name} reads {unknown}, which no record has"


# ------------------------------------------------------------------ records


def transformers(stack):
    return {
        name: target["InputTransformer"]
        for name, rule in records_stack(stack).of_type("AWS::Events::Rule").items()
        for target in rule["Targets"]
        if "InputTransformer" in target
    }


def sample_of(transformer):
    """The record that it makes where every value is 1."""
    return json.loads(json.loads(PLACEHOLDER.sub("1", transformer["InputTemplate"]))["message"])


def rules_write_records(stack):
    records = records_stack(stack)
    groups = {records.arn(name): group["LogGroupName"] for name, group in records.of_type("AWS::Logs::LogGroup").items()}
    for name, rule in records.of_type("AWS::Events::Rule").items():
        for target in rule["Targets"]:
            group = target["Arn"].split(":log-group:")[-1]
            if not groups.get(group, "").startswith("/aws/events/"):
                yield f"{name} writes to {target['Arn']}: no group of the stack that begins with /aws/events/"
            if {"Input", "InputPath", "RoleArn"} & target.keys():
                yield f"{name}: a log as a target takes neither Input nor InputPath nor a role"
        if records.arn(f"{name}.Arn") not in writers(records):
            yield f"{name} may not write records: no policy of the log lets it"
    for name, transformer in transformers(stack).items():
        yield from (f"{name}: {trouble}" for trouble in transformer_troubles(transformer))


def writers(records):
    for policy in records.of_type("AWS::Logs::ResourcePolicy").values():
        for statement in json.loads(policy["PolicyDocument"])["Statement"]:
            if statement["Action"] == "logs:PutLogEvents" and "events.amazonaws.com" in statement["Principal"]["Service"]:
                yield from statement["Condition"]["ArnEquals"]["aws:SourceArn"]


def transformer_troubles(transformer):
    template, paths = transformer["InputTemplate"], transformer["InputPathsMap"]
    for name in sorted(set(PLACEHOLDER.findall(template)) ^ paths.keys()):
        yield f"<{name}> is used and not declared, or declared and not used"
    # EventBridge puts quotes around a text that stands alone, and none around one within a text.
    if not re.match(r'\{"timestamp": <time>, "message": "', template):
        yield "a log as a target takes {\"timestamp\": <time>, \"message\": \"…\"}, two texts, and nothing else"
    for name, path in paths.items():
        if re.match(r"\$\.detail\.(input|output|cause)|\$\.detail$|\$$", path):
            yield f"<{name}> is {path}: what somebody typed, or a text whose quotes would break the record"
    try:
        sample_of(transformer)
    except (ValueError, KeyError) as error:
        yield f"what it writes is not JSON within JSON: {error!r}"


# ------------------------------------------------------------------ the cost estimate


def the_estimate_counts_what_the_definition_does(stack):
    table = records_stack(stack).source["Mappings"]["Work"]
    definition = json.loads((stack.root / "statemachine" / "sync.asl.json").read_text())
    one, two = (transitions(definition, ["start", *["follow"] * checks, "succeed"]) for checks in (1, 2))
    per_check = two - one
    # The look before the start is a call like a check, and is not among the checks.
    per_run = one - 2 * per_check
    if table["Transitions"] != {"PerRun": str(per_run), "PerLook": str(per_check)}:
        yield f"the estimate has {table['Transitions']} transitions, the definition {per_run} and {per_check}"
    memory = {f["MemorySize"] for f in stack.of_type("AWS::Lambda::Function").values()}
    if memory != {round(float(table["Function"]["Gigabytes"]) * 1024)}:
        yield f"the estimate has functions of {table['Function']['Gigabytes']} GB, the template of {memory} MB"


def transitions(definition, answers):
    """States that an execution enters whose functions answer so: the Choice states read their answers."""
    answers, name, entered = list(answers), definition["StartAt"], 0
    while name:
        state, entered = definition["States"][name], entered + 1
        if state["Type"] == "Choice":
            answer = answers.pop(0)
            name = next(c["Next"] for c in state["Choices"] if c["StringEquals"] == answer)
        else:
            name = state.get("Next")
    return entered


RULES = [
    filters_read_fields_that_exist,
    queries_read_fields_that_exist,
    rules_write_records,
    the_estimate_counts_what_the_definition_does,
]
