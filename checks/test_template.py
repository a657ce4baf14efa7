"""Plants each mistake in a copy of the template, and expects checks/template.py to name it."""

import json
import unittest

import template

TEXT = template.TEMPLATE.read_text()

# what goes wrong: (the text as it is, the text with the mistake, what the complaint must say)
MISTAKES = {
    "a time zone that does not exist": ("Default: UTC", "Default: Europe/Berlim", "no such time zone"),
    "a tick without a name": ('"scheduled-<aws.scheduler.execution-id>"', '"scheduled"', "starts two executions"),
    "a name that Step Functions refuses": ("scheduled-<aws", "scheduled:<aws", "no name of an execution"),
    "the ready-made target": ("aws-sdk:sfn:startExecution", "aws-sdk:sfn:stopExecution", "name the execution"),
    "a call that is not JSON": ('"Name": "scheduled-', '"Name": scheduled-', "not JSON"),
    "a state machine of somebody else": (
        'StartPipeline: !Sub >-\n          {"StateMachineArn": "${PipelineStateMachine}"',
        'StartPipeline: !Sub >-\n          {"StateMachineArn": "arn:aws:sample"',
        "not a state machine of this stack",
    ),
    "schedules that are not given their queue": (
        "        DeadLetterQueueArn: !GetAtt DeadLetterQueue.Arn\n",
        "",
        "is given: Schedules: DeadLetterQueueArn",
    ),
    "schedules that may not start a pipeline": (
        "                  - !Ref SyncStateMachine\n                  - !Ref PipelineStateMachine\n",
        "                  - !Ref SyncStateMachine\n",
        "does not allow states:StartExecution on",
    ),
    "a rule for aborted executions that nobody can switch": (
        "State: !Ref StopAbortedRuns",
        "State: DISABLED",
        "cannot be switched",
    ),
    "executions of every state machine": ("[!Ref SyncStateMachine]", "[{prefix: 'arn:'}]", "hears of executions of"),
    "executions that failed by themselves": ("[ABORTED, TIMED_OUT]", "[ABORTED, FAILED]", "that ['ABORTED', 'FAILED']"),
    "a rule that waits for nothing": ("[Step Functions Execution Status Change]", "[Execution Aborted]", "waits for"),
    "AWS's events on a bus of one's own": (
        "            State: !Ref StopAbortedRuns\n",
        "            State: !Ref StopAbortedRuns\n            EventBusName: mine\n",
        "default bus only",
    ),
    "events that a function drops": (
        "        DestinationConfig:\n          OnFailure:\n            Type: SQS\n"
        "            Destination: !GetAtt DeadLetterQueue.Arn\n",
        "",
        "are lost",
    ),
    "a function without the right to its queue": (
        "Sid: LeaveDeadLetters\n                Effect: Allow\n                Action: sqs:SendMessage",
        "Sid: LeaveDeadLetters\n                Effect: Allow\n                Action: sqs:ReceiveMessage",
        "does not allow sqs:SendMessage",
    ),
    "the histories of every execution": ("execution:${SyncStateMachine.Name}:*", "execution:*", "rather than with"),
    "a second rule without a queue policy": ("StopAbortedSyncExecutionEnded.Arn", "SyncStateMachine.Arn", "lets it"),
    "a rule without a queue policy": ("SyncStateMachineSyncRequested.Arn", "SyncStateMachine.Arn", "lets it"),
    "a schedule without the right to its queue": (
        "- !Ref PipelineStateMachine\n              - Effect: Allow\n                Action: sqs:SendMessage",
        "- !Ref PipelineStateMachine\n              - Effect: Allow\n                Action: sqs:ReceiveMessage",
        "Sync: its role does not allow sqs:SendMessage",
    ),
    "every secret": ("secret:${SecretPrefix}*", "secret:*", "rather than"),
    "every function": ("- !Ref StopSync.Alias", "- '*'", "may call"),
    "every action": ("Action: states:StartExecution", "Action: states:*", "wildcard in the actions"),
    "a managed policy": (
        "  StopSyncRole:\n    Type: AWS::IAM::Role\n    Properties:\n",
        "  StopSyncRole:\n    Type: AWS::IAM::Role\n    Properties:\n"
        "      ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]\n",
        "managed policy",
    ),
    "a role shared": ("Role: !GetAtt StopSyncRole.Arn", "Role: !GetAtt CheckSyncRole.Arn", "share a role"),
    "a class that does not exist": ("handlers.StopSync\n", "handlers.StopSink\n", "no /"),
    "a handler that is called by reflection": ("handlers.StopSync\n", "handlers.StopSync::handleRequest\n", "alone"),
    "a function instead of its alias": ("StopSync: !Ref StopSync.Alias", "StopSync: !Ref StopSync", "not an alias"),
    "a substitution dropped": ("        StopSync: !Ref StopSync.Alias\n", "", "is not supplied"),
    "a substitution nobody uses": (
        "        StopSync: !Ref StopSync.Alias\n",
        "        StopSync: !Ref StopSync.Alias\n        Stop: !Ref StopSync.Alias\n",
        "is not used",
    ),
    "a definition that is not there": ("sync.asl.json", "sinc.asl.json", "sinc.asl.json"),
    "a function slower than its task": ("Timeout: 60", "Timeout: 90", "gives up before"),
    "a log destination by name": ("!GetAtt SyncLogs.Arn", "/aws/vendedlogs/states/syncstep-sync", "its log"),
    "a log group with another prefix": ("/aws/vendedlogs/states/", "/aws/states/", "its log"),
    "a credential in the template": ("SYNCSTEP_CREDENTIALS: ''", "SYNCSTEP_CREDENTIALS: '{}'", "and empty"),
    "a parameter without a description": ("Description: Days that the logs", "# Days that the logs", "no Description"),
    "a time zone that cannot be chosen": ("+([/_+-][A-Za-z0-9]+)*$", "+(/[A-Za-z0-9]+)*$", "refuses the time zone"),
    "a default that its pattern refuses": ("Default: syncstep/", "Default: syncstep", "refuses the default"),
    "a parameter outside the groups": ("[ScheduleTimeZone]", "[]", "do not list each parameter"),
    "executions of every state machine to stop": (
        "Action: [states:DescribeExecution, states:StopExecution]\n                Resource: !Sub"
        " arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${SyncStateMachine.Name}:*",
        "Action: [states:DescribeExecution, states:StopExecution]\n                Resource: '*'",
        "rather than with",
    ),
    "a chain that is on by default": ("            State: !Ref AfterStitchState\n", "", "after another, is not off"),
    "a chained sync's rule without a queue policy": (
        "SyncStateMachineAfterStitch.Arn",
        "SyncStateMachine.Arn",
        "lets it",
    ),
    "a sync after a dbt job without a queue policy": (
        "SyncStateMachineAfterDbt.Arn",
        "SyncStateMachine.Arn",
        "lets it",
    ),
    "a chained sync that is started by failures": ("[Sync Succeeded]", "[Sync Failed]", "after ['Sync Failed']"),
    "a chain that takes any account for its own": (
        "                account: [!Ref AfterDbtAccount]\n",
        "",
        "must name provider, account and task",
    ),
    "a chained request that is not JSON": ("\"${AfterDbtAccount}\"}'", "\"${AfterDbtAccount}\"'", "its request is not JSON"),
    "a chained request that is none": ('"syncId": ${AfterDbtSyncId}', '"id": ${AfterDbtSyncId}', "no valid request"),
    "a widget that calls another function": (
        "OverviewArn: !Ref Overview.Alias",
        "OverviewArn: !Ref CheckSync.Alias",
        "Dashboard, Syncs, sources and jobs: it calls arn:aws:sample:us-east-1:123456789012:CheckSyncAliaslive, which is no alias",
    ),
    "a widget that calls a function instead of its alias": (
        "OverviewArn: !Ref Overview.Alias",
        "OverviewArn: !GetAtt Overview.Arn",
        "Dashboard, Syncs, sources and jobs: it calls arn:aws:sample:us-east-1:123456789012:Overview, which is no alias",
    ),
    "an output that is a function instead of its alias": (
        "Value: !Ref Overview.Alias",
        "Value: !GetAtt Overview.Arn",
        "the output OverviewArn is arn:aws:sample:us-east-1:123456789012:Overview, which is no alias",
    ),
    "an output renamed": ("  SyncStateMachineArn:\n    Desc", "  StateMachineArn:\n    Desc", "no output SyncStateMachineArn"),
}

class PlantedMistakes(unittest.TestCase):
    def test_the_template_as_it_is_has_no_troubles(self):
        self.assertEqual([], list(template.troubles(TEXT)))

    def test_every_mistake_is_named(self):
        for mistake, (as_it_is, planted, complaint) in MISTAKES.items():
            with self.subTest(mistake):
                self.assertIn(as_it_is, TEXT, "the template has changed: plant this mistake elsewhere")
                found = list(template.troubles(TEXT.replace(as_it_is, planted, 1)))
                self.assertTrue(any(complaint in trouble for trouble in found), f"not noticed; found {found}")

    def test_a_rule_without_permission_is_named(self):
        stack = template.Stack(TEXT)
        del stack.resources["StopAbortedSyncExecutionEndedPermission"]
        found = list(template.rules_may_call_their_functions(stack))
        self.assertTrue(any("no permission lets it" in trouble for trouble in found), found)

    def test_a_rule_that_calls_no_alias_is_named(self):
        stack = template.Stack(TEXT)
        rule = stack.of_type("AWS::Events::Rule")["StopAbortedSyncExecutionEnded"]
        rule["Targets"][0]["Arn"] = stack.arn("StopAbortedSync")
        found = list(template.rules_may_call_their_functions(stack))
        self.assertTrue(any("not an alias" in trouble for trouble in found), found)

    def test_the_linter_sees_an_unused_parameter_once_transformed(self):
        planted = TEXT.replace("\nParameters:\n", "\nParameters:\n  Unused:\n    Type: String\n")
        found = template.lint(json.dumps(template.transformed(planted)), "planted")
        self.assertTrue(any("Unused" in line for line in found), found)

    def test_the_linter_sees_an_unknown_property(self):
        planted = TEXT.replace("MessageRetentionPeriod", "MessageRetention")
        self.assertTrue(any("MessageRetention" in line for line in template.lint(planted, "planted")))


if __name__ == "__main__":
    unittest.main()
