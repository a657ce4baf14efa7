package io.syncstep.local.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The fields of the Amazon States Language that the interpreter honours. Any other is refused rather than ignored. */
final class Fields {

    static final Set<String> MACHINE =
            Set.of("Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version");

    static final Set<String> PROCESSOR = Set.of("ProcessorConfig", "Comment", "StartAt", "States");

    static final Set<String> RETRIER = Set.of(
            "Comment",
            "ErrorEquals",
            "IntervalSeconds",
            "BackoffRate",
            "MaxAttempts",
            "MaxDelaySeconds",
            "JitterStrategy");

    static final Set<String> CATCHER = Set.of("Comment", "ErrorEquals", "Next", "ResultPath");

    private static final Set<String> FLOW =
            Set.of("Type", "Comment", "QueryLanguage", "InputPath", "OutputPath", "Next", "End");

    private static final Set<String> RESULT = Set.of("Parameters", "ResultSelector", "ResultPath", "Retry", "Catch");

    private static final Map<String, Set<String>> STATES = Map.of(
            "Pass", union(FLOW, Set.of("Parameters", "Result", "ResultPath")),
            "Task", union(FLOW, RESULT, Set.of("Resource", "TimeoutSeconds", "TimeoutSecondsPath")),
            "Choice", union(FLOW, Set.of("Choices", "Default")),
            "Wait", union(FLOW, Set.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath")),
            "Succeed", FLOW,
            "Fail", union(FLOW, Set.of("Error", "ErrorPath", "Cause", "CausePath")),
            "Parallel", union(FLOW, RESULT, Set.of("Branches")),
            "Map",
                    union(
                            FLOW,
                            RESULT,
                            Set.of("ItemsPath", "ItemSelector", "ItemProcessor", "Iterator"),
                            Set.of("MaxConcurrency", "MaxConcurrencyPath")));

    private static final Set<String> COMPARISONS =
            Set.of("Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals");

    static final Set<String> CHOICE_RULE = choiceRule();

    private Fields() {}

    /** Empty for a type that doesn't exist. */
    static Set<String> ofState(String type) {
        return STATES.getOrDefault(type, Set.of());
    }

    private static Set<String> choiceRule() {
        var fields = new TreeSet<>(Set.of("Comment", "Variable", "Next", "And", "Or", "Not", "StringMatches"));
        for (var kind : Set.of("String", "Numeric", "Timestamp")) {
            COMPARISONS.forEach(comparison -> fields.addAll(Set.of(kind + comparison, kind + comparison + "Path")));
        }
        fields.addAll(Set.of("BooleanEquals", "BooleanEqualsPath"));
        fields.addAll(Set.of("IsNull", "IsPresent", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp"));
        return fields;
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        var all = new TreeSet<String>();
        for (var set : sets) {
            all.addAll(set);
        }
        return all;
    }
}
