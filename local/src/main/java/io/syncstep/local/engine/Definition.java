package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A state machine in the Amazon States Language that the engine can run as AWS would.
 *
 * @param json the definition, as it was written
 */
public record Definition(JsonNode json) {

    /** AWS's limit for a Task without one; the interpreter's own would be 60 seconds. */
    private static final int LONGEST_TASK_SECONDS = 99_999_999;

    static final String TASK_TOKEN = "$$.Task.Token";

    /**
     * Reads a definition.
     *
     * @throws IllegalArgumentException when the text is not JSON
     * @throws UnsupportedDefinition when it uses what the engine lacks
     */
    public static Definition parse(String text) {
        return new Definition(Json.read(text));
    }

    public Definition {
        var gaps = Gaps.in(json);
        if (!gaps.isEmpty()) {
            throw new UnsupportedDefinition(gaps);
        }
    }

    /** The {@code Resource} of every Task, in branches and iterations too. */
    List<String> resources() {
        return states(json)
                .map(state -> state.path("Resource").asText())
                .filter(resource -> !resource.isEmpty())
                .toList();
    }

    /** The definition with AWS's defaults spelled out where the interpreter has others. */
    JsonNode spelledOut() {
        JsonNode copy = json.deepCopy();
        states(copy).forEach(state -> spellOut((ObjectNode) state));
        return copy;
    }

    private static void spellOut(ObjectNode state) {
        if (state.path("Type").asText().equals("Task") && !state.has("TimeoutSecondsPath")) {
            state.putIfAbsent("TimeoutSeconds", state.numberNode(LONGEST_TASK_SECONDS));
        }
        leaveToken(state.path("Parameters"));
        // "$" is what absence means; the interpreter takes it for a field of that name.
        removeWholeResultPath(state);
        state.path("Catch").forEach(catcher -> removeWholeResultPath((ObjectNode) catcher));
    }

    /** Makes a plain text of the path, which {@link Run} replaces at each call. */
    private static void leaveToken(JsonNode template) {
        template.forEach(Definition::leaveToken);
        var names = template.propertyStream()
                .filter(field -> field.getValue().asText().equals(TASK_TOKEN))
                .map(Map.Entry::getKey)
                .toList();
        names.forEach(name -> {
            ((ObjectNode) template).remove(name);
            ((ObjectNode) template).put(name.replace(".$", ""), TASK_TOKEN);
        });
    }

    private static void removeWholeResultPath(ObjectNode holder) {
        if (holder.path("ResultPath").asText().equals("$")) {
            holder.remove("ResultPath");
        }
    }

    private static Stream<JsonNode> states(JsonNode machine) {
        return machine.path("States").valueStream().flatMap(Definition::withInner);
    }

    private static Stream<JsonNode> withInner(JsonNode state) {
        return Stream.concat(Stream.of(state), Gaps.innerMachines(state).flatMap(Definition::states));
    }
}
