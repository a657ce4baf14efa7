"""Rules of checks/template.py about monitoring.yaml: what a widget of the dashboard or an alarm names must exist.
CloudWatch takes a wrong name without a word, and shows nothing.
"""

import json
import re

import records
from records import records_stack, saved_queries

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
FUNCTIONS_OF_METRIC_MATH = {"FILL"}
WORD = re.compile(r"[A-Za-z]\w*")


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
    named = set(WORD.findall(expression))
    for unknown in named - ids - FUNCTIONS_OF_METRIC_MATH:
        yield f"the expression {expression!r} names {unknown}, which nothing beside it is"
    if len(named & ids) > 1:
        for unfilled in ids & set(WORD.findall(re.sub(r"FILL\(\w+, 0\)", "", expression))):
            yield f"the expression {expression!r} does not say what {unfilled} is without data: FILL({unfilled}, 0)"


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
    made = records_stack(stack)
    source = re.match(r"SOURCE '([^']+)' \| ", properties["query"])
    if not source or source[1] not in {made.arn(g) for g in made.of_type("AWS::Logs::LogGroup")}:
        yield "its SOURCE is no log group of the stack"
        return
    queries = {q["Name"].split("/")[-1]: q["QueryString"] for q in saved_queries(stack).values()}
    if properties["title"] not in queries:
        yield "there is no saved query of this name"
    elif properties["query"][source.end():].split() != queries[properties["title"]].split():
        yield "its query is not the saved one of this name"


def alarm_widget_troubles(stack, properties):
    made = records_stack(stack)
    alarms = {made.arn(f"{alarm}.Arn") for alarm in made.of_type("AWS::CloudWatch::Alarm")}
    for missing in set(properties["alarms"]) - alarms:
        yield f"{missing} is no alarm of the stack"
    for unlisted in alarms - set(properties["alarms"]):
        yield f"the alarm {unlisted} is not listed: who has no topic sees it nowhere"


def custom_widget_troubles(stack, properties):
    """Only an alias reaches the snapshot, and the right to call it is given on the alias."""
    if properties["endpoint"] not in aliases_of(stack, "Overview"):
        yield f"it calls {properties['endpoint']}, which is no alias of Overview"


def aliases_of(stack, function):
    found = stack.of_type("AWS::Lambda::Alias").items()
    return {stack.arn(alias) for alias, properties in found if properties["FunctionName"] == stack.arn(function)}


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
            periods = alarm["EvaluationPeriods"]
            if "FILL(" in metric["Expression"] and alarm.get("DatapointsToAlarm", periods) == periods:
                yield "what comes late was filled with 0: it must look at more periods than must be above the threshold"
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


RULES = [widgets_show_what_exists, alarms_watch_what_exists, *records.RULES]
