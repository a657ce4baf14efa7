package io.syncstep.local.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each role of the template lists exactly what is done with it; each mistake that is planted here is found. */
class PoliciesTest {

    private static final String HISTORIES = "states:GetExecutionHistory on arn:${AWS::Partition}:states:${AWS::Region}:"
            + "${AWS::AccountId}:execution:${SyncStateMachine.Name}:*";

    @Test
    void eachRoleAllowsWhatIsDoneWithItAndNothingElse() throws IOException {
        assertThat(new Policies(Template.read()).troubles()).isEmpty();
    }

    @Test
    void whatAHandlerCallsIsReadFromItsCode() {
        assertThat(Calls.of("io.syncstep.handlers.TriggerSync")).containsExactly("secretsmanager:GetSecretValue");
        assertThat(Calls.of("io.syncstep.handlers.StopAbortedSync"))
                .containsExactly("secretsmanager:GetSecretValue", "states:GetExecutionHistory");
        assertThat(Calls.of("io.syncstep.handlers.Overview"))
                .containsExactly(
                        "secretsmanager:GetSecretValue", "secretsmanager:ListSecrets", "states:StartExecution");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "a function whose code calls more than its role allows",
                        "handlers.StopSync\n",
                        "handlers.StopAbortedSync\n",
                        "StopSyncRole may not do what is done with it: " + HISTORIES),
                mistake(
                        "a function whose code calls less than its role allows",
                        "handlers.StopAbortedSync\n",
                        "handlers.StopSync\n",
                        "StopAbortedSyncRole may do what nobody with it does: " + HISTORIES),
                mistake(
                        "an action that nobody calls",
                        "Action: secretsmanager:GetSecretValue",
                        "Action: [secretsmanager:GetSecretValue, secretsmanager:PutSecretValue]",
                        "CheckSyncRole may do what nobody with it does: secretsmanager:PutSecretValue on"),
                mistake(
                        "an overview that may start pipelines",
                        "                Resource: !Ref SyncStateMachine\n\n  # ----------------------------------------------------------------"
                                + " the schedules",
                        "                Resource: [!Ref SyncStateMachine, !Ref PipelineStateMachine]\n\n  #",
                        "OverviewRole may do what nobody with it does: states:StartExecution on PipelineStateMachine"),
                mistake(
                        "every secret",
                        "secret:${SecretPrefix}*",
                        "secret:*",
                        "TriggerSyncRole may do what nobody with it does: secretsmanager:GetSecretValue on"),
                mistake(
                        "the histories of every state machine",
                        "execution:${SyncStateMachine.Name}:*",
                        "execution:*",
                        "StopAbortedSyncRole may do what nobody with it does: states:GetExecutionHistory on"),
                mistake(
                        "every action",
                        "Action: states:GetExecutionHistory",
                        "Action: states:*",
                        "StopAbortedSyncRole may do what nobody with it does: states:* on"),
                mistake(
                        "every log group",
                        "Resource: !GetAtt FunctionLogs.Arn",
                        "Resource: '*'",
                        "StopSyncRole may do what nobody with it does: logs:PutLogEvents on *"),
                mistake(
                        "a destination that was taken away",
                        "OnFailure:",
                        "OnSuccess:",
                        "StopAbortedSyncRole may do what nobody with it does: sqs:SendMessage on DeadLetterQueue.Arn"),
                mistake(
                        "a function that the state machine does not call",
                        "                  - !Ref StopSync.Alias\n",
                        "                  - !Ref StopSync.Alias\n                  - !Ref StopAbortedSync.Alias\n",
                        "SyncStateMachineRole may do what nobody with it does: lambda:InvokeFunction on"
                                + " StopAbortedSync.Alias"),
                mistake(
                        "a function that the state machine may not call",
                        "                  - !Ref StopSync.Alias\n",
                        "",
                        "SyncStateMachineRole may not do what is done with it: lambda:InvokeFunction on StopSync.Alias"),
                mistake(
                        "traces that nobody writes",
                        "        Enabled: true",
                        "        Enabled: false",
                        "SyncStateMachineRole may do what nobody with it does: xray:PutTraceSegments on *"),
                mistake(
                        "a schedule that may do more than start",
                        "Action: states:StartExecution",
                        "Action: [states:StartExecution, states:StopExecution]",
                        "ScheduleRole may do what nobody with it does: states:StopExecution on SyncStateMachine"),
                mistake(
                        "a managed policy",
                        "Description: Lets the schedules start syncs and pipelines,",
                        "ManagedPolicyArns: [AdministratorAccess]\n      Description: Lets the schedules start syncs and pipelines,",
                        "ScheduleRole may do what nobody with it does: all of AdministratorAccess"),
                mistake(
                        "everything but one thing",
                        "                Action: states:GetExecutionHistory",
                        "                NotAction: states:GetExecutionHistory",
                        "StopAbortedSyncRole may do what nobody with it does: something that this test can't read"),
                mistake(
                        "every bus",
                        "event-bus/${EventBusName}",
                        "event-bus/*",
                        "SyncStateMachineRole may do what nobody with it does: events:PutEvents on"),
                mistake(
                        "a pipeline that may not start syncs",
                        "StartSyncs\n                Effect: Allow\n                Action: states:StartExecution",
                        "StartSyncs\n                Effect: Allow\n                Action: states:ListExecutions",
                        "PipelineStateMachineRole may not do what is done with it: states:StartExecution on"
                                + " SyncStateMachine"),
                mistake(
                        "answers to the tasks of another state machine",
                        "            Resource: !Ref PipelineStateMachine\n",
                        "            Resource: !Ref SyncStateMachine\n",
                        "FailPipelineRole may do what nobody with it does: states:SendTaskFailure on SyncStateMachine"),
                mistake(
                        "a role that nobody has",
                        "Role: !GetAtt CheckSyncRole.Arn",
                        "Role: !GetAtt StopSyncRole.Arn",
                        "CheckSyncRole may do what nobody with it does: secretsmanager:GetSecretValue on"));
    }

    private static Arguments mistake(String what, String asItIs, String planted, String complaint) {
        return Arguments.argumentSet(what, asItIs, planted, complaint);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aPlantedMistakeIsFound(String asItIs, String planted, String complaint) throws IOException {
        String text = Template.text();
        assertThat(text).contains(asItIs);

        assertThat(new Policies(Template.of(text.replace(asItIs, planted))).troubles())
                .anySatisfy(trouble -> assertThat(trouble).startsWith(complaint));
    }
}
