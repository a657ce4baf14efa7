"""Rules of checks/template.py about monitoring.yaml: what a dashboard, an alarm, a filter or a query names must exist,
and what a rule of EventBridge writes must be a record. CloudWatch takes a wrong name without a word, and shows nothing.
"""

import json
import re

# By namespace, the metrics of AWS that are used, and the one dimension that they have.
# https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
# https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
# https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
# https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html
OF_AWS = {
    "AWS/States": (
        "StateMachineArn",
        "AWS::StepFunctions::StateMachine",
        {f"Executions{end}" for end in ("Started", "Succeeded", "Failed", "Aborted", "TimedOut")} | {"ExecutionTime"},
    ),
    "AWS/Lambda": ("FunctionName", "AWS::Lambda::Function", {"Invocations", "Duration", "Errors", "Throttles"}),
    "AWS/SQS": ("QueueName", "AWS::SQS::Queue", {"ApproximateNumberOfMessagesVisible"}),
    "AWS/Scheduler": (
        "ScheduleGroup",
        "AWS::Scheduler::ScheduleGroup",
        {
            "InvocationAttemptCount",
            "TargetErrorCount",
            "InvocationDroppedCount",
            "InvocationsSentToDeadLetterCount",
            "InvocationsFailedToBeSentToDeadLetterCount",
        },
    ),
}
FIELD = re.compile(r"\$\.([\w.\[\]-]+)")
PLACEHOLDER = re.compile(r"<([\w-]+)>")
# What else an event has, beside its detail: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events.html
OF_EVENTS = {"id", "source", "time", "resources[0]", "resources[1]"}
FUNCTIONS_OF_METRIC_MATH = {"FILL", "SUM"}


def records_stack(stack):
    return stack.nested["Monitoring"]


# ------------------------------------------------------------------ metrics


def made_by_filters(stack):
    """(namespace, metric) -> names of its dimensions."""
    return {
        (made["MetricNamespace"], made["MetricName"]): {d["Key"] for d in made.get("Dimensions", [])}
        for filter_ in records_stack(stack).of_type("AWS::Logs::MetricFilter").values()
        for made in filter_["MetricTransformations"]
    }


def metric_troubles(stack, namespace, name, dimensions):
    """dimensions: name -> value; a value of None is any."""
    if namespace in OF_AWS:
        dimension, kind, names = OF_AWS[namespace]
        owners = {stack.arn(owner) for owner in stack.of_type(kind)}
        if name not in names:
            yield f"no metric {name} of {namespace} is known"
        if dimensions.keys() != {dimension}:
            yield f"{namespace} {name} has the dimension {dimension}, not {sorted(dimensions)}"
        elif dimensions[dimension] not in owners:
            yield f"{namespace} {name}: {dimensions[dimension]} is not made by the template"
    else:
        made = made_by_filters(stack)
        if (namespace, name) not in made:
            yield f"no filter makes the metric {name} in {namespace}"
        elif made[namespace, name] != dimensions.keys():
            yield f"the metric {name} has the dimensions {sorted(made[namespace, name])}, not {sorted(dimensions)}"


def expression_troubles(stack, expression, ids):
    search = re.fullmatch(r"SEARCH\('\{\"([^\"]+)\",(\w+)\} MetricName=\"(\w+)\"', '\w+', \d+\)", expression)
    if search:
        yield from metric_troubles(stack, search[1], search[3], {search[2]: None})
        return
    for unknown in set(re.findall(r"[A-Za-z]\w*", expression)) - ids - FUNCTIONS_OF_METRIC_MATH:
        yield f"the expression {expression!r} names {unknown}, which nothing beside it is"


# ------------------------------------------------------------------ the dashboard


def widgets_show_what_exists(stack):
    for name, dashboard in records_stack(stack).of_type("AWS::CloudWatch::Dashboard").items():
        try:
            widgets = json.loads(dashboard["DashboardBody"])["widgets"]
        except (ValueError, KeyError) as error:
            yield f"{name}: its body is not JSON with widgets: {error!r}"
            continue
        for widget in widgets:
            title = widget["properties"].get("title", "a widget without a title")
            yield from (f"{name}, {title}: {trouble}" for trouble in widget_troubles(stack, widget))


def widget_troubles(stack, widget):
    kinds = {
        "metric": metric_widget_troubles,
        "log": log_widget_troubles,
        "alarm": alarm_widget_troubles,
        "custom": custom_widget_troubles,
    }
    if widget["type"] in kinds:
        yield from kinds[widget["type"]](stack, widget["properties"])
    elif widget["type"] != "text":
        yield f"nobody knows what a widget of type {widget['type']} names"


def metric_widget_troubles(stack, properties):
    options = [entry[-1] if isinstance(entry[-1], dict) else {} for entry in properties["metrics"]]
    ids = {o["id"] for o in options if "id" in o}
    for entry, option in zip(properties["metrics"], options):
        if "expression" in option:
            yield from expression_troubles(stack, option["expression"], ids)
        else:
            namespace, name, *rest = [part for part in entry if isinstance(part, str)]
            yield from metric_troubles(stack, namespace, name, dict(zip(rest[::2], rest[1::2])))


def log_widget_troubles(stack, properties):
    """Its query is the saved one of the same name, so that there is one to look after."""
    records = records_stack(stack)
    source = re.match(r"SOURCE '([^']+)' \| ", properties["query"])
    if not source or source[1] not in {records.arn(g) for g in records.of_type("AWS::Logs::LogGroup")}:
        yield "its SOURCE is no log group of the stack"
        return
    queries = {q["Name"].split("/")[-1]: q["QueryString"] for q in saved_queries(stack).values()}
    if properties["title"] not in queries:
        yield "there is no saved query of this name"
    elif properties["query"][source.end():].split() != queries[properties["title"]].split():
        yield "its query is not the saved one of this name"


def alarm_widget_troubles(stack, properties):
    records = records_stack(stack)
    alarms = {records.arn(f"{alarm}.Arn") for alarm in records.of_type("AWS::CloudWatch::Alarm")}
    for missing in set(properties["alarms"]) - alarms:
        yield f"{missing} is no alarm of the stack"


def custom_widget_troubles(stack, properties):
    functions = stack.of_type("AWS::Lambda::Alias").keys() | stack.of_type("AWS::Lambda::Function").keys()
    if properties["endpoint"] not in {stack.arn(function) for function in functions}:
        yield f"{properties['endpoint']} is no function of the template"


# ------------------------------------------------------------------ alarms


def alarms_watch_what_exists(stack):
    for name, alarm in records_stack(stack).of_type("AWS::CloudWatch::Alarm").items():
        yield from (f"{name}: {trouble}" for trouble in alarm_troubles(stack, alarm))


def alarm_troubles(stack, alarm):
    metrics = alarm.get("Metrics", [])
    ids = {m["Id"] for m in metrics}
    for metric in metrics:
        if "Expression" in metric:
            yield from expression_troubles(stack, metric["Expression"], ids)
        else:
            yield from named_metric_troubles(stack, metric["MetricStat"]["Metric"])
    if not metrics:
        yield from named_metric_troubles(stack, alarm)
    if "TreatMissingData" not in alarm:
        yield "it is undecided while nothing happens: say TreatMissingData"
    if alarm.get("AlarmActions") != [stack.parameters["AlarmTopicArn"]]:
        yield f"it tells {alarm.get('AlarmActions')}, not the topic"


def named_metric_troubles(stack, metric):
    dimensions = {d["Name"]: d["Value"] for d in metric.get("Dimensions", [])}
    yield from metric_troubles(stack, metric["Namespace"], metric["MetricName"], dimensions)


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
        if '"' in query["QueryString"]:
            yield f"{name}: a double quote, which the dashboard could not hold"


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
    widgets_show_what_exists,
    alarms_watch_what_exists,
    filters_read_fields_that_exist,
    queries_read_fields_that_exist,
    rules_write_records,
    the_estimate_counts_what_the_definition_does,
]
