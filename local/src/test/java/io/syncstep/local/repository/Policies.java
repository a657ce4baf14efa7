package io.syncstep.local.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What each role of the template may do, beside what whoever has the role does: by code, definition and template. */
record Policies(Template template) {

    private static final String SECRETS =
            "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:${SecretPrefix}*";
    static final String EXECUTIONS =
            "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${SyncStateMachine.Name}:*";

    private static final Pattern MACHINE = Pattern.compile("\"StateMachineArn\": \"\\$\\{(\\w+)}\"");

    /** On what a function may do what its code calls. */
    private static final Map<String, String> RESOURCES = Map.of(
            "secretsmanager:GetSecretValue",
            SECRETS,
            "secretsmanager:ListSecrets",
            "*",
            "states:GetExecutionHistory",
            EXECUTIONS,
            "states:StartExecution",
            "SyncStateMachine",
            "states:SendTaskFailure",
            "PipelineStateMachine",
            "states:SendTaskSuccess",
            "PipelineStateMachine");

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

    static String right(Object action, Object resource) {
        return action + " on " + resource;
    }

    private Map<String, Set<String>> needed() {
        Map<String, Set<String>> needed = new TreeMap<>();
        each("AWS::Serverless::Function", needed, "Role", Policies::ofFunction);
        each("AWS::Serverless::StateMachine", needed, "Role", MachineNeeds::of);
        template.resources("AWS::CloudFormation::Stack")
                .map(stack -> Template.map(Template.map(stack.getValue(), "Properties"), "Parameters"))
                .filter(given -> given.containsKey("RoleArn"))
                .forEach(given -> needed.computeIfAbsent(role(given, "RoleArn"), name -> new TreeSet<>())
                        .addAll(ofSchedules(given)));
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
        Calls.of(function.get("Handler").toString())
                .forEach(action -> needs.add(right(action, RESOURCES.getOrDefault(action, "… say so in RESOURCES"))));
        Map<String, Object> destinations =
                Template.map(Template.map(function, "EventInvokeConfig"), "DestinationConfig");
        if (destinations.containsKey("OnFailure")) {
            needs.add(right(
                    "sqs:SendMessage", Template.map(destinations, "OnFailure").get("Destination")));
        }
        return needs;
    }

    /** The schedules, a stack of their own, are given the calls that they make. */
    private static Set<String> ofSchedules(Map<String, Object> given) {
        Set<String> needs = new TreeSet<>(Set.of(right("sqs:SendMessage", given.get("DeadLetterQueueArn"))));
        MACHINE.matcher(given.toString())
                .results()
                .forEach(machine -> needs.add(right("states:StartExecution", machine.group(1))));
        return needs;
    }
}
