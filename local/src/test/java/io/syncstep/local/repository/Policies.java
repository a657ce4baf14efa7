package io.syncstep.local.repository;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What each role of the template may do, beside what whoever has the role does: by code, definition and template. */
record Policies(Template template) {

    private static final String SECRETS =
            "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:${SecretPrefix}*";
    private static final String EXECUTIONS =
            "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${SyncStateMachine.Name}:*";

    private static final String STARTED_SYNCS_RULE = "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:"
            + "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule";
    private static final String BUS =
            "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/${EventBusName}";

    /** On what a function may do what its code calls. */
    private static final Map<String, String> RESOURCES = Map.of(
            "secretsmanager:GetSecretValue",
            SECRETS,
            "states:GetExecutionHistory",
            EXECUTIONS,
            "states:SendTaskFailure",
            "PipelineStateMachine",
            "states:SendTaskSuccess",
            "PipelineStateMachine");

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

    /** Each difference, as a sentence. */
    List<String> troubles() {
        Map<String, Set<String>> needed = needed();
        Map<String, Set<String>> allowed = allowed();
        List<String> troubles = new ArrayList<>();
        allowed.forEach((role, may) -> without(may, needed.getOrDefault(role, Set.of()))
                .forEach(too -> troubles.add(role + " may do what nobody with it does: " + too)));
        needed.forEach((role, does) -> without(does, allowed.getOrDefault(role, Set.of()))
                .forEach(missing -> troubles.add(role + " may not do what is done with it: " + missing)));
        return troubles;
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    /** By role, {@code action on resource}. */
    private Map<String, Set<String>> allowed() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        template.resources("AWS::IAM::Role").forEach(role -> {
            Map<String, Object> properties = Template.map(role.getValue(), "Properties");
            Set<String> rights = allowed.computeIfAbsent(role.getKey(), name -> new TreeSet<>());
            Template.list(properties, "ManagedPolicyArns").forEach(managed -> rights.add("all of " + managed));
            Template.list(properties, "Policies").stream()
                    .map(policy -> Template.map(Template.asMap(policy), "PolicyDocument"))
                    .flatMap(document -> Template.list(document, "Statement").stream())
                    .map(Template::asMap)
                    .flatMap(Policies::rights)
                    .forEach(rights::add);
        });
        template.resources("AWS::IAM::Policy")
                .map(policy -> Template.map(policy.getValue(), "Properties"))
                .forEach(policy -> Template.list(policy, "Roles")
                        .forEach(role -> Template.list(Template.map(policy, "PolicyDocument"), "Statement").stream()
                                .map(Template::asMap)
                                .flatMap(Policies::rights)
                                .forEach(allowed.computeIfAbsent(role.toString(), name -> new TreeSet<>())::add)));
        return allowed;
    }

    private static Stream<String> rights(Map<String, Object> statement) {
        if (!Set.of("Sid", "Effect", "Action", "Resource").containsAll(statement.keySet())) {
            return Stream.of("something that this test can't read: " + statement);
        }
        return Template.list(statement, "Action").stream()
                .flatMap(action ->
                        Template.list(statement, "Resource").stream().map(resource -> right(action, resource)));
    }

    private static String right(Object action, Object resource) {
        return action + " on " + resource;
    }

    private Map<String, Set<String>> needed() {
        Map<String, Set<String>> needed = new TreeMap<>();
        each("AWS::Serverless::Function", needed, "Role", Policies::ofFunction);
        each("AWS::Serverless::StateMachine", needed, "Role", Policies::ofMachine);
        template.resources("AWS::Scheduler::Schedule")
                .map(schedule -> Template.map(Template.map(schedule.getValue(), "Properties"), "Target"))
                .forEach(target -> needed.computeIfAbsent(role(target, "RoleArn"), name -> new TreeSet<>())
                        .addAll(ofSchedule(target)));
        return needed;
    }

    private interface Needs {
        Set<String> of(Map<String, Object> properties);
    }

    private void each(String type, Map<String, Set<String>> needed, String role, Needs needs) {
        template.resources(type)
                .map(resource -> Template.map(resource.getValue(), "Properties"))
                .forEach(properties -> needed.computeIfAbsent(role(properties, role), name -> new TreeSet<>())
                        .addAll(needs.of(properties)));
    }

    private static String role(Map<String, Object> properties, String field) {
        return properties.get(field).toString().replace(".Arn", "");
    }

    /** What its code calls, its log, and the queue in which Lambda leaves what it failed to do. */
    private static Set<String> ofFunction(Map<String, Object> function) {
        Set<String> needs = new TreeSet<>(Set.of(
                right("logs:CreateLogStream", "FunctionLogs.Arn"), right("logs:PutLogEvents", "FunctionLogs.Arn")));
        Calls.of(function.get("Handler").toString().replaceFirst("::.*", ""))
                .forEach(action -> needs.add(right(action, RESOURCES.getOrDefault(action, "… say so in RESOURCES"))));
        Map<String, Object> destinations =
                Template.map(Template.map(function, "EventInvokeConfig"), "DestinationConfig");
        if (destinations.containsKey("OnFailure")) {
            needs.add(right(
                    "sqs:SendMessage", Template.map(destinations, "OnFailure").get("Destination")));
        }
        return needs;
    }

    private static Set<String> ofMachine(Map<String, Object> machine) {
        Set<String> needs = new TreeSet<>();
        Definitions.states(definition(machine))
                .map(Map.Entry::getValue)
                .filter(state -> state.path("Type").asText().equals("Task"))
                .forEach(task -> needs.addAll(ofTask(task, Template.map(machine, "DefinitionSubstitutions"))));
        if (Boolean.TRUE.equals(Template.map(machine, "Tracing").get("Enabled"))) {
            TRACING.forEach(action -> needs.add(right(action, "*")));
        }
        if (machine.containsKey("Logging")) {
            LOG_DELIVERY.forEach(action -> needs.add(right(action, "*")));
        }
        return needs;
    }

    private static Set<String> ofTask(JsonNode task, Map<String, Object> substitutions) {
        String resource = task.path("Resource").asText();
        JsonNode parameters = task.path("Parameters");
        return switch (resource) {
            case "arn:aws:states:::lambda:invoke", "arn:aws:states:::lambda:invoke.waitForTaskToken" ->
                Set.of(right(
                        "lambda:InvokeFunction", substitutions.get(Definitions.name(parameters.path("FunctionName")))));
            case "arn:aws:states:::events:putEvents" -> Set.of(right("events:PutEvents", BUS));
            case "arn:aws:states:::states:startExecution.sync:2" ->
                ofStart(substitutions.get(Definitions.name(parameters.path("StateMachineArn"))));
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
                right("states:StartExecution", machine),
                right("states:DescribeExecution", EXECUTIONS),
                right("states:StopExecution", EXECUTIONS),
                right("events:PutTargets", STARTED_SYNCS_RULE),
                right("events:PutRule", STARTED_SYNCS_RULE),
                right("events:DescribeRule", STARTED_SYNCS_RULE));
    }

    private static JsonNode definition(Map<String, Object> machine) {
        try {
            return new ObjectMapper()
                    .readTree(Files.readString(
                            Path.of("..").resolve(machine.get("DefinitionUri").toString())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> ofSchedule(Map<String, Object> target) {
        String machine =
                target.get("Input").toString().replaceAll("(?s).*\"StateMachineArn\": \"\\$\\{(\\w+)}\".*", "$1");
        return Set.of(
                right("states:StartExecution", machine),
                right(
                        "sqs:SendMessage",
                        Template.map(target, "DeadLetterConfig").get("Arn")));
    }
}
