"""Plants each mistake in a copy of monitoring.yaml, and expects the rules to name it."""

import json
import unittest

import template

TEXT = template.TEMPLATE.read_text()
MONITORING = (template.ROOT / "monitoring.yaml").read_text()

# what goes wrong: (the text as it is, the text with the mistake, what the complaint must say)
MISTAKES = {
    "a body that is not JSON": ('"periodOverride": "inherit",', '"periodOverride": inherit,', "its body is not JSON"),
    "a metric that no filter makes": ('"Succeeded", {"color"', '"Succeded", {"color"', "no filter makes the metric Succeded"),
    "a search for a metric that no filter makes": ('MetricName=\\"Untold\\"', 'MetricName=\\"Told\\"', "metric Told"),
    "a search by another dimension": (',Error} Metric', ',Reason} Metric', "has the dimensions ['Error']"),
    "a metric of AWS that is not known": ('"ExecutionsAborted"', '"ExecutionsStopped"', "no metric ExecutionsStopped"),
    "a metric of somebody else's state machine": (
        '"StateMachineArn", "${PipelineStateMachineArn}", {"label": "aborted"}',
        '"StateMachineArn", "arn:aws:sample", {"label": "aborted"}',
        "arn:aws:sample is not made by the template",
    ),
    "a metric by a dimension that it has not": (
        '"FunctionName", "${CheckSyncName}", {"id": "looks"',
        '"Function", "${CheckSyncName}", {"id": "looks"',
        "has the dimension FunctionName",
    ),
    "an expression over nothing": ('"half / 1000"', '"median / 1000"', "names median"),
    "a widget that asks another log": ("SOURCE '${Records}' | parse", "SOURCE 'records' | parse", "no log group"),
    "a widget with a query of its own": (
        "sort @timestamp desc | dedup id | limit 50\"",
        "sort @timestamp desc | limit 50\"",
        "its query is not the saved one",
    ),
    "a widget without a saved query": ('"title": "Rows by sync"', '"title": "Rows"', "no saved query of this name"),
    "an alarm that is not there": ('"${TimedOutAlarm.Arn}"', '"${TimeOutAlarm.Arn}"', "is no alarm of the stack"),
    "an alarm that is not on the dashboard": (', "${DeadLetterAlarm.Arn}"', "", "DeadLetterAlarm.Arn is not listed"),
    "an alarm that is not in every stack, left out": ("${AndNoTickAlarm}\n", "\n", "NoTickAlarm.Arn is not listed"),
    "a function that is not there": (
        '{"type": "alarm", "width": 24, "height": 2, "properties": {',
        '{"type": "custom", "properties": {"title": "Overview", "endpoint": "arn:aws:lambda:x:y:function:z"}},\n'
        '              {"type": "alarm", "width": 24, "height": 2, "properties": {',
        "calls arn:aws:lambda:x:y:function:z, which is no alias of Overview",
    ),
    "the overview by what is no function": (
        '"endpoint": "${OverviewArn}"',
        '"endpoint": "${PipelineStateMachineArn}"',
        "Syncs, sources and jobs: ",
    ),
    "a widget of an unknown kind": ('{"type": "alarm"', '{"type": "alarms"', "nobody knows"),
    "an alarm on a metric that no filter makes": (
        "MetricName: Failed\n              Dimensions: [{ Name: Error",
        "MetricName: Failures\n              Dimensions: [{ Name: Error",
        "TimedOutAlarm: no filter makes the metric Failures",
    ),
    "an alarm on a metric that AWS has not": ("MetricName: ExecutionsFailed", "MetricName: Failed", "SyncFailedAlarm: no metric"),
    "an alarm on all schedules of the account": (
        "Dimensions: [{ Name: ScheduleGroup, Value: !Ref ScheduleGroupName }]",
        "Dimensions: [{ Name: ScheduleGroup, Value: default }]",
        "default is not made by the template",
    ),
    "an alarm that counts what it does not name": ("FILL(request, 0)", "FILL(requests, 0)", "names requests"),
    "a function that AWS advises against in alarms": ("FILL(request, 0) +", "SUM(request) +", "names SUM"),
    "an alarm that one metric without data may blank": ("FILL(sync, 0)", "sync", "what sync is without data"),
    "an estimate that one metric without data may blank": ("FILL(starts, 0)", "starts", "what starts is without data"),
    "an alarm that misses what comes late": ("      DatapointsToAlarm: 1\n", "", "TimedOutAlarm: what comes late"),
    "an alarm that is undecided": ("      TreatMissingData: notBreaching\n", "", "say TreatMissingData"),
    "an alarm that tells nobody": ("[Notifies, [!Ref AlarmTopicArn], !Ref AWS::NoValue]", "[Notifies, [], []]", "not the topic"),
    "a filter of a field that no record has": ("$.detail.durationSeconds = *", "$.detail.seconds = *", "detail.seconds, which no"),
    "a value that no record has": (
        "MetricValue: $.detail.rows.successful.added",
        "MetricValue: $.detail.rows.added",
        "detail.rows.added, which no record has",
    ),
    "a value that the pattern does not match": (
        "FilterPattern: '{ $.detail.checks = * }'",
        "FilterPattern: '{ $.detail.status = * }'",
        "RunChecks takes detail.checks, which its pattern does not name",
    ),
    "a filter of another log": (
        "LogGroupName: !Ref Records\n      FilterPattern: '{ $.detail.status",
        "LogGroupName: records\n      FilterPattern: '{ $.detail.status",
        "SyncSucceeded filters records",
    ),
    "a query of a field that no record has": ("max(detail.durationSeconds)", "max(detail.duration)", "SlowestTasks reads detail.duration"),
    "a query that JSON could not hold": ("'TIMED_OUT'] | fields", '"TIMED_OUT"] | fields', "its body is not JSON"),
    "a log that EventBridge cannot write": ("/aws/events/${StackName}", "/aws/records/${StackName}", "begins with /aws/events/"),
    "a rule that the log does not let in": (', "${OtherEnds.Arn}"', "", "OtherEnds may not write records"),
    "a rule without the queue's policy": (
        "  OtherEndsArn:\n    Value: !GetAtt OtherEnds.Arn",
        "  OtherEndsArn:\n    Value: !GetAtt SyncsTold.Arn",
        "OtherEnds may not send to its dead-letter queue",
    ),
    "a target with a role": ("        - Id: records\n", "        - Id: records\n          RoleArn: role\n", "nor a role"),
    "an event recorded with its input": ("execution: $.detail.executionArn", "execution: $.detail.input", "what somebody typed"),
    "a message that is not a text": ('"message": "{\\"id\\"', '"message": {"id"', "two texts, and nothing else"),
    "a record that is not JSON": ('\\"resources\\": [', '\\"resources\\": ', "not JSON within JSON"),
    "a placeholder that nobody declared": ("\\\"<status>\\\", \\\"startDate", "\\\"<state>\\\", \\\"startDate", "<state> is used"),
    "a price of other transitions": ("PerLook: '3'", "PerLook: '2'", "the definition 4 and 3"),
    "a price of smaller functions": ("Gigabytes: '0.5'", "Gigabytes: '0.25'", "functions of 0.25 GB"),
    "a parameter that nobody gives": ("  CheckSyncName:\n", "  Name:\n    Type: String\n  CheckSyncName:\n", "Monitoring: Name"),
}


class Dashboard(unittest.TestCase):
    def test_an_alarm_that_the_stack_does_not_make_is_not_listed(self):
        monitoring = template.Stack(TEXT).nested["Monitoring"]
        (dashboard,) = monitoring.of_type("AWS::CloudWatch::Dashboard").values()
        (listed,) = (w["properties"]["alarms"] for w in json.loads(dashboard["DashboardBody"])["widgets"] if w["type"] == "alarm")
        every_stack = {name for name, resource in monitoring.source["Resources"].items() if "Condition" not in resource}
        self.assertEqual(set(), set(listed) - {monitoring.arn(f"{name}.Arn") for name in every_stack})


class PlantedMistakes(unittest.TestCase):
    def test_every_mistake_is_named(self):
        for mistake, (as_it_is, planted, complaint) in MISTAKES.items():
            with self.subTest(mistake):
                self.assertIn(as_it_is, MONITORING, "monitoring.yaml has changed: plant this mistake elsewhere")
                files = {"monitoring.yaml": MONITORING.replace(as_it_is, planted, 1)}
                found = list(template.troubles(TEXT, files=files))
                self.assertTrue(any(complaint in trouble for trouble in found), f"not noticed; found {found}")


if __name__ == "__main__":
    unittest.main()
