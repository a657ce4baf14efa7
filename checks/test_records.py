"""What becomes of the ends of executions: moto's EventBridge runs the rules of monitoring.yaml and writes the records, and
a small evaluator of CloudWatch's filter patterns makes the metrics of them. The events are ours, by their schemas, and
AWS's, as AWS documents them: https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
"""

import json
import re
import unittest

import boto3
from moto import mock_aws

import template

STACK = template.Stack(template.TEMPLATE.read_text())
MONITORING = STACK.nested["Monitoring"]
RULES = MONITORING.of_type("AWS::Events::Rule")
FILTERS = MONITORING.of_type("AWS::Logs::MetricFilter")
QUERIES = MONITORING.of_type("AWS::Logs::QueryDefinition")
SYNC, PIPELINE = STACK.arn("SyncStateMachine"), STACK.arn("PipelineStateMachine")
EXECUTION = "arn:aws:states:us-east-1:123456789012:execution:sync:a-run"

SUCCEEDED = {
    "provider": "hightouch",
    "account": "default",
    "taskId": "1234567",
    "runId": "42",
    "status": "succeeded",
    "providerStatus": "success",
    "message": 'Run 42 of sync "1234567" succeeded.',
    "durationSeconds": 61,
    "checks": 3,
    "attached": False,
    "rows": {
        "successful": {"added": 773, "changed": 5, "removed": 0},
        "failed": {"added": 2, "changed": 0, "removed": 0},
    },
}
FAILED = {
    "provider": "stitch",
    "account": "acme",
    "taskId": "120643",
    "error": "SyncTimedOut",
    "message": "Not finished after 1 h.",
}
AWS_FAILED = {"error": "Lambda.Unknown", "message": "AWS failed, or a function did, and no retry helped."}
UNTOLD = SUCCEEDED["message"] + " Its event Sync Succeeded was not published: EventBridge.FailedEntry."
# What somebody typed into a request: it must not be kept.
TYPED = json.dumps({"provider": "hightouch", "apiKey": "typed-by-mistake"})


def told(detail_type, detail, machine=SYNC, source="syncstep"):
    """An event of ours, with the resources that Step Functions adds, in an order that AWS does not promise."""
    return {"Source": source, "DetailType": detail_type, "Detail": json.dumps(detail), "Resources": [machine, EXECUTION]}


def status_change(status, machine=SYNC, **fields):
    detail = {
        "executionArn": EXECUTION,
        "stateMachineArn": machine,
        "name": "a-run",
        "status": status,
        "startDate": 1764230400000,
        "stopDate": 1764230461000,
        "input": TYPED,
        "output": None,
        "error": None,
        "cause": None,
        **fields,
    }
    return {
        "Source": "aws.states",
        "DetailType": "Step Functions Execution Status Change",
        "Detail": json.dumps(detail),
        "Resources": [EXECUTION],
    }


# Each way in which an execution ends.
ENDS = (
    told("Sync Succeeded", SUCCEEDED),
    told("Sync Failed", FAILED),
    told("Sync Failed", AWS_FAILED),
    status_change("ABORTED"),
    status_change("TIMED_OUT"),
    status_change("SUCCEEDED", output=json.dumps({**SUCCEEDED, "message": UNTOLD})),
    status_change("FAILED", error="States.DataLimitExceeded", cause="too long"),
    *(status_change(status, PIPELINE) for status in ("SUCCEEDED", "ABORTED", "TIMED_OUT")),
    status_change("FAILED", PIPELINE, error="PipelineFailed", cause='{"a": 1}'),
)


def records_of(*entries):
    """The records that the rules write of these events, each a dict."""
    with mock_aws():
        events = boto3.client("events", region_name="us-east-1")
        logs = boto3.client("logs", region_name="us-east-1")
        logs.create_log_group(logGroupName="/aws/events/records")
        for name, rule in RULES.items():
            events.put_rule(Name=name, EventPattern=json.dumps(rule["EventPattern"]))
            (target,) = rule["Targets"]
            kept = {key: target[key] for key in ("Id", "InputTransformer") if key in target}
            arn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/records"
            events.put_targets(Rule=name, Targets=[{**kept, "Arn": arn}])
        for entry in entries:
            answer = events.put_events(Entries=[entry])
            assert answer["FailedEntryCount"] == 0, answer
        written = []
        for stream in logs.describe_log_streams(logGroupName="/aws/events/records")["logStreams"]:
            found = logs.get_log_events(logGroupName="/aws/events/records", logStreamName=stream["logStreamName"])
            written += [json.loads(event["message"]) for event in found["events"]]
        # moto logs what a log as a target is handed, where AWS takes the record out of it.
        return [json.loads(w["message"]) if w.keys() == {"timestamp", "message"} else w for w in written]


# ------------------------------------------------------------------ filter patterns


def at(record, path):
    for step in re.findall(r"[\w-]+", path):
        try:
            record = record[int(step)] if isinstance(record, list) else record[step]
        except (KeyError, IndexError, TypeError):
            return None
    return record


def matches(pattern, record):
    """The part of the pattern language that the filters use: { $.a.b = "text" && $.c[1] = * }."""
    for condition in pattern.removeprefix("{").removesuffix("}").split("&&"):
        path, wanted = re.fullmatch(r'\s*\$\.(\S+) = (\*|"[^"]*")\s*', condition).groups()
        value = at(record, path)
        if value is None or (wanted != "*" and value != wanted.strip('"')):
            return False
    return True


def metrics_of(record):
    """(metric, dimensions) -> the sum that the filters publish for a record."""
    sums = {}
    for filter_ in FILTERS.values():
        if not matches(filter_["FilterPattern"], record):
            continue
        (made,) = filter_["MetricTransformations"]
        value = at(record, made["MetricValue"].removeprefix("$.")) if "$" in made["MetricValue"] else made["MetricValue"]
        dimensions = tuple(at(record, d["Value"].removeprefix("$.")) for d in made.get("Dimensions", []))
        key = (made["MetricName"], *dimensions)
        sums[key] = sums.get(key, 0) + float(value)
    return sums


def execution_in(query, message):
    """What a saved query takes for the execution."""
    pattern = re.search(r"parse @message /(.*?)/ \|", QUERIES[query]["QueryString"])[1].replace("(?<", "(?P<")
    return re.search(pattern, message)["execution"]


class Records(unittest.TestCase):
    def test_the_events_of_this_test_are_ours(self):
        self.assertEqual([], list(template.schema_troubles("sync-succeeded", SUCCEEDED)))
        for detail in (FAILED, AWS_FAILED):
            self.assertEqual([], list(template.schema_troubles("sync-failed", detail)))

    def test_a_sync_leaves_one_record_although_AWS_tells_of_its_end_too(self):
        for detail_type, detail, status, more in (
            ("Sync Succeeded", SUCCEEDED, "SUCCEEDED", {"output": json.dumps(SUCCEEDED)}),
            ("Sync Failed", FAILED, "FAILED", {"error": "SyncTimedOut", "cause": json.dumps(FAILED)}),
            ("Sync Failed", AWS_FAILED, "FAILED", {"error": "Lambda.Unknown", "cause": "because"}),
        ):
            with self.subTest(detail_type):
                (record,) = records_of(status_change("RUNNING"), told(detail_type, detail), status_change(status, **more))
                self.assertEqual(detail, record["detail"])
                self.assertIn(EXECUTION, record["resources"])

    def test_an_execution_that_could_not_tell_leaves_one_too(self):
        for event, status in (
            (status_change("ABORTED"), "ABORTED"),
            (status_change("TIMED_OUT"), "TIMED_OUT"),
            (status_change("SUCCEEDED", output=json.dumps({**SUCCEEDED, "message": UNTOLD})), "SUCCEEDED"),
            (status_change("FAILED", error="States.DataLimitExceeded", cause="too long"), "FAILED"),
        ):
            with self.subTest(status):
                (record,) = records_of(event)
                self.assertEqual(status, record["detail"]["status"])
                self.assertEqual([EXECUTION, SYNC], record["resources"])
                self.assertEqual({("Untold", status): 1}, metrics_of(record))

    def test_a_pipeline_leaves_one_record_and_counts_as_no_sync(self):
        for status, more in (("SUCCEEDED", {}), ("ABORTED", {}), ("FAILED", {"error": "PipelineFailed", "cause": '{"a": 1}'})):
            with self.subTest(status):
                (record,) = records_of(status_change("RUNNING", PIPELINE), status_change(status, PIPELINE, **more))
                self.assertEqual(status, record["detail"]["status"])
                self.assertEqual(more.get("error"), record["detail"].get("error"))
                self.assertEqual({}, metrics_of(record))

    def test_nothing_that_somebody_typed_is_recorded(self):
        for machine in (SYNC, PIPELINE):
            for status in ("SUCCEEDED", "FAILED", "ABORTED", "TIMED_OUT"):
                written = records_of(status_change(status, machine, error="States.Runtime", output=TYPED))
                self.assertNotIn("typed-by-mistake", json.dumps(written))

    def test_what_others_do_is_not_recorded(self):
        self.assertEqual(
            [],
            records_of(
                told("Sync Succeeded", SUCCEEDED, machine="arn:aws:states:us-east-1:123456789012:stateMachine:of-another-stack"),
                told("Sync Succeeded", SUCCEEDED, source="my.app"),
                told("Sync Requested", {"provider": "hightouch", "syncId": 1}),
                status_change("ABORTED", machine="arn:aws:states:us-east-1:123456789012:stateMachine:of-somebody-else"),
            ),
        )

    def test_a_success_counts_with_its_duration_checks_and_rows(self):
        (record,) = records_of(told("Sync Succeeded", SUCCEEDED))
        counted = {("Succeeded",): 1, ("DurationSeconds",): 61, ("Checks",): 3, ("RowsSynced",): 778, ("RowsFailed",): 2}
        self.assertEqual(counted, metrics_of(record))

    def test_a_failure_counts_by_its_error(self):
        for detail in (FAILED, AWS_FAILED):
            (record,) = records_of(told("Sync Failed", detail))
            self.assertEqual({("Failed", detail["error"]): 1}, metrics_of(record))

    def test_the_link_is_found_in_every_record(self):
        for query in ("LatestFailures", "LatestRuns"):
            for event in ENDS:
                (record,) = records_of(event)
                self.assertEqual(EXECUTION, execution_in(query, json.dumps(record)))

    def test_the_link_is_whole_whatever_the_execution_is_named(self):
        (record,) = records_of(told("Sync Succeeded", SUCCEEDED))
        for name in ("nightly.2026-11-28", "crm+erp@noon", "a=b(c)!'d'", "täglich", "0"):
            named = EXECUTION.removesuffix("a-run") + name
            text = json.dumps(record, ensure_ascii=False).replace(EXECUTION, named)
            for query in ("LatestFailures", "LatestRuns"):
                self.assertEqual(named, execution_in(query, text))

    def test_the_latest_runs_leave_out_no_execution(self):
        condition = re.search(r"\| filter (.*?) \|", QUERIES["LatestRuns"]["QueryString"])[1]
        asked = [re.fullmatch(r"ispresent\((.*)\)", part)[1] for part in condition.split(" or ")]
        for event in ENDS:
            (record,) = records_of(event)
            self.assertTrue(any(at(record, field) for field in asked), record)


if __name__ == "__main__":
    unittest.main()
