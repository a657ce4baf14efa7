package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds paths and intrinsic functions that the interpreter reads otherwise than AWS, or not at all. */
final class Paths {

    private static final Pattern CONTEXT = Pattern.compile("\\$\\$[A-Za-z0-9_.]*");

    /** What the engine puts into the context object. Inside a Map or Parallel its input and start are the inner ones. */
    private static final Pattern KNOWN_CONTEXT =
            Pattern.compile("\\$\\$\\.(Execution\\.(Id|Name|Input.*|StartTime|RedriveCount)|StateMachine\\.(Id|Name))");

    private static final Pattern WRONG_INSIDE = Pattern.compile("\\$\\$\\.Execution\\.(Input.*|StartTime)");
    private static final Pattern MAP_ITEM = Pattern.compile("\\$\\$\\.Map\\.Item\\..+");
    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z_].*");

    private static final Pattern FUNCTION = Pattern.compile("States\\.[A-Za-z0-9]+(?=\\()");
    private static final Set<String> FUNCTIONS = Set.of(
            "States.Format",
            "States.StringToJson",
            "States.JsonToString",
            "States.Array",
            "States.ArrayPartition",
            "States.ArrayContains",
            "States.ArrayRange",
            "States.ArrayGetItem",
            "States.ArrayLength",
            "States.ArrayUnique",
            "States.Base64Encode",
            "States.Base64Decode",
            "States.Hash",
            "States.MathRandom",
            "States.MathAdd",
            "States.StringSplit",
            "States.UUID");

    private final List<String> found = new ArrayList<>();
    private final String where;
    private final boolean itemKnown;
    private final boolean tokenKnown;
    private final boolean inner;

    private Paths(String where, boolean itemKnown, boolean tokenKnown, boolean inner) {
        this.where = where;
        this.itemKnown = itemKnown;
        this.tokenKnown = tokenKnown;
        this.inner = inner;
    }

    /** @param inner whether the state is one of a Map's or a Parallel's own */
    static List<String> gapsIn(String where, String type, JsonNode state, boolean inner) {
        var tokenKnown = state.path("Resource").asText().endsWith(".waitForTaskToken");
        var paths = new Paths(where, type.equals("Map"), tokenKnown, inner);
        paths.lookAtFields(state);
        return paths.found;
    }

    private void lookAtFields(JsonNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            switch (field.getKey()) {
                case "ResultPath" -> lookAtResultPath(field.getValue());
                case "ErrorPath", "CausePath" -> lookAtPlainPath(field.getKey(), field.getValue());
                case "Parameters", "ResultSelector", "ItemSelector" -> lookAtTemplate(field.getValue());
                case "Catch", "Choices", "And", "Or" -> field.getValue().forEach(this::lookAtFields);
                case "Not" -> lookAtFields(field.getValue());
                case "Variable" -> lookAtExpression(field.getValue());
                default -> {
                    if (field.getKey().endsWith("Path")) {
                        lookAtExpression(field.getValue());
                    }
                }
            }
        }
    }

    private void lookAtResultPath(JsonNode path) {
        if (!path.isNull() && !path.asText().equals("$") && !path.asText().startsWith("$.")) {
            found.add(where + ": ResultPath " + path.asText());
        }
    }

    private void lookAtPlainPath(String field, JsonNode path) {
        if (path.asText().startsWith("States.")) {
            found.add(where + ": an intrinsic function in " + field);
        }
        lookAtExpression(path);
    }

    private void lookAtTemplate(JsonNode template) {
        template.properties().stream()
                .filter(field -> field.getKey().endsWith(".$"))
                .forEach(field -> lookAtExpression(field.getValue()));
        template.forEach(this::lookAtTemplate);
    }

    private void lookAtExpression(JsonNode expression) {
        var text = expression.asText();
        matches(CONTEXT, text).filter(path -> !knows(path)).forEach(path -> found.add(where + ": " + path));
        if (VARIABLE.matcher(text).matches()) {
            found.add(where + ": the variable " + text);
        }
        matches(FUNCTION, text)
                .filter(function -> !FUNCTIONS.contains(function))
                .forEach(function -> found.add(where + ": " + function));
    }

    private boolean knows(String path) {
        if (MAP_ITEM.matcher(path).matches()) {
            return itemKnown;
        }
        if (path.equals(Definition.TASK_TOKEN)) {
            return tokenKnown;
        }
        return KNOWN_CONTEXT.matcher(path).matches()
                && !(inner && WRONG_INSIDE.matcher(path).matches());
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group());
    }
}
