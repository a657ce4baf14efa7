package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what a definition uses and the interpreter lacks. The interpreter ignores some of it in silence and hangs on some, so
 * that a run would show something else than AWS.
 */
final class Gaps {

    private final List<String> found = new ArrayList<>();

    private Gaps() {}

    static List<String> in(JsonNode machine) {
        var gaps = new Gaps();
        gaps.lookAtMachine("the machine", machine, Fields.MACHINE, false);
        return List.copyOf(gaps.found);
    }

    static Stream<JsonNode> innerMachines(JsonNode state) {
        return Stream.concat(
                        state.path("Branches").valueStream(),
                        Stream.of(state.path("ItemProcessor"), state.path("Iterator")))
                .filter(JsonNode::isObject);
    }

    private void lookAtMachine(String where, JsonNode machine, Set<String> known, boolean inner) {
        onlyKnown(where, machine, known);
        onlyJsonPath(where, machine);
        mustName(where, machine, machine.path("StartAt"), "StartAt");
        if (machine.at("/ProcessorConfig/Mode").asText().equals("DISTRIBUTED")) {
            add(where, "a distributed Map");
        }
        for (Map.Entry<String, JsonNode> state : machine.path("States").properties()) {
            lookAtState("\"" + state.getKey() + "\"", state.getValue(), machine, inner);
        }
    }

    private void lookAtState(String where, JsonNode state, JsonNode machine, boolean inner) {
        var type = state.path("Type").asText();
        if (Fields.ofState(type).isEmpty()) {
            add(where, "Type " + type);
            return;
        }
        onlyKnown(where, state, Fields.ofState(type));
        onlyJsonPath(where, state);
        Stream.of("Next", "Default").forEach(field -> mustName(where, machine, state.path(field), field));
        state.path("Retry").forEach(retrier -> onlyKnown(where + " Retry", retrier, Fields.RETRIER));
        state.path("Catch").forEach(catcher -> lookAtCatcher(where + " Catch", catcher, machine));
        state.path("Choices").forEach(rule -> lookAtRule(where + " Choices", rule, machine));
        lookAtPeculiarities(where, type, state);
        found.addAll(Paths.gapsIn(where, type, state, inner));
        innerMachines(state).forEach(each -> lookAtMachine("inside " + where, each, Fields.PROCESSOR, true));
    }

    private void lookAtCatcher(String where, JsonNode catcher, JsonNode machine) {
        onlyKnown(where, catcher, Fields.CATCHER);
        mustName(where, machine, catcher.path("Next"), "Next");
    }

    private void lookAtRule(String where, JsonNode rule, JsonNode machine) {
        onlyKnown(where, rule, Fields.CHOICE_RULE);
        mustName(where, machine, rule.path("Next"), "Next");
        // The interpreter answers false to every test of this kind that asks for false.
        rule.properties().stream()
                .filter(field ->
                        field.getKey().startsWith("Is") && !field.getValue().asBoolean())
                .forEach(field -> add(where, field.getKey() + " false (write Not around " + field.getKey() + " true)"));
        Stream.of("And", "Or").forEach(field -> rule.path(field).forEach(inner -> lookAtRule(where, inner, machine)));
        if (rule.has("Not")) {
            lookAtRule(where, rule.path("Not"), machine);
        }
    }

    private void lookAtPeculiarities(String where, String type, JsonNode state) {
        if (type.equals("Fail") && !(state.has("Error") || state.has("ErrorPath"))) {
            add(where, "a Fail without Error");
        }
        // The interpreter takes such a Result for an absent one.
        var result = state.path("Result");
        if (state.has("Result")
                && !result.isContainerNode()
                && !result.asBoolean(!result.asText().isEmpty())) {
            add(where, "a Result that is null, 0, false or empty");
        }
    }

    private void onlyKnown(String where, JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                add(where, field);
            }
        });
    }

    private void onlyJsonPath(String where, JsonNode object) {
        if (!object.path("QueryLanguage").asText("JSONPath").equals("JSONPath")) {
            add(where, "JSONata");
        }
    }

    private void mustName(String where, JsonNode machine, JsonNode state, String field) {
        if (!state.isMissingNode() && !machine.path("States").has(state.asText())) {
            add(where, field + " names no state: " + state.asText());
        }
    }

    private void add(String where, String gap) {
        found.add(where + ": " + gap);
    }
}
