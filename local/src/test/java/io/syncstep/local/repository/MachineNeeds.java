package io.syncstep.local.repository;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a state machine of the template does in AWS: by its definition, its traces and its log. */
final class MachineNeeds {

    private static final String STARTED_SYNCS_RULE = "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:"
            + "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule";
    private static final String BUS =
            "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/${EventBusName}";

    /**
     * What a state machine needs to be traced, and to log: AWS asks for '*'.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/xray-iam.html">Traces</a>
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html">Logs</a>
     */
    private static final List<String> TRACING = List.of(
            "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets");

    private static final List<String> LOG_DELIVERY = List.of(
            "logs:CreateLogDelivery",
            "logs:CreateLogStream",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutLogEvents",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups");

    private MachineNeeds() {}

    static Set<String> of(Map<String, Object> machine) {
        Set<String> needs = new TreeSet<>();
        Definitions.states(Definitions.read(
                        Path.of("..").resolve(machine.get("DefinitionUri").toString())))
                .map(Map.Entry::getValue)
                .filter(state -> state.path("Type").asText().equals("Task"))
                .forEach(task -> needs.addAll(ofTask(task, Template.map(machine, "DefinitionSubstitutions"))));
        if (Boolean.TRUE.equals(Template.map(machine, "Tracing").get("Enabled"))) {
            TRACING.forEach(action -> needs.add(Policies.right(action, "*")));
        }
        if (machine.containsKey("Logging")) {
            LOG_DELIVERY.forEach(action -> needs.add(Policies.right(action, "*")));
        }
        return needs;
    }

    private static Set<String> ofTask(JsonNode task, Map<String, Object> substitutions) {
        String resource = task.path("Resource").asText();
        JsonNode parameters = task.path("Parameters");
        return switch (resource) {
            case "arn:aws:states:::lambda:invoke", "arn:aws:states:::lambda:invoke.waitForTaskToken" ->
                Set.of(Policies.right(
                        "lambda:InvokeFunction", substitutions.get(Definitions.name(parameters.path("FunctionName")))));
            case "arn:aws:states:::events:putEvents" -> Set.of(Policies.right("events:PutEvents", BUS));
            case "arn:aws:states:::states:startExecution.sync:2" ->
                ofStart(substitutions.get(Definitions.name(parameters.path("StateMachineArn"))));
            case "arn:aws:states:::aws-sdk:sfn:describeExecution" ->
                Set.of(Policies.right("states:DescribeExecution", Policies.EXECUTIONS));
            default -> Set.of("whatever " + resource + " takes … say so in Policies.ofTask");
        };
    }

    /**
     * What it takes to start an execution and to hear of its end.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html">AWS's page</a>
     */
    private static Set<String> ofStart(Object machine) {
        return Set.of(
                Policies.right("states:StartExecution", machine),
                Policies.right("states:DescribeExecution", Policies.EXECUTIONS),
                Policies.right("states:StopExecution", Policies.EXECUTIONS),
                Policies.right("events:PutTargets", STARTED_SYNCS_RULE),
                Policies.right("events:PutRule", STARTED_SYNCS_RULE),
                Policies.right("events:DescribeRule", STARTED_SYNCS_RULE));
    }
}
