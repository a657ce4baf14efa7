package io.syncstep.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.json.RequestParser;
import io.syncstep.json.Shown;
import io.syncstep.pipeline.Pipeline.PlannedTask;
import io.syncstep.pipeline.Pipeline.Stage;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.Request;
import io.syncstep.sync.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a {@link Pipeline} of the JSON that a user sent, or says what is wrong with it: field, rule and value. */
public final class PipelineParser {

    static final int MOST_STAGES = 20;
    static final int MOST_TASKS = 50;
    static final int LONGEST_NAME = 80;

    /** So that it passes through the state machine together with what its tasks ended with: 262,144 bytes in all. */
    static final int MOST_BYTES = 90_000;

    private static final Set<String> FIELDS = Set.of("name", "stages", "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID");
    private static final Set<String> STAGE_FIELDS = Set.of("name", "tasks");

    /** A sentence of {@link RequestParser} that begins with the name of a field. */
    private static final Pattern ABOUT_A_FIELD = Pattern.compile("(?s)[A-Za-z_]+ (must|is) .*");

    private PipelineParser() {}

    /**
     * Reads a pipeline, and each request in it.
     *
     * @throws InvalidRequest when it breaks a rule
     */
    public static Pipeline parse(JsonNode json) {
        mustBeObject("The pipeline", json);
        allowOnly("", json, FIELDS, "a pipeline");
        int size = json.toString().getBytes(StandardCharsets.UTF_8).length;
        if (size > MOST_BYTES) {
            throw new InvalidRequest("The pipeline", "must be at most " + MOST_BYTES + " bytes", size + " bytes");
        }
        return new Pipeline(name("name", json.path("name")), stages(json.path("stages")), size);
    }

    private static List<Stage> stages(JsonNode json) {
        mustHave("stages", json, MOST_STAGES);
        List<Stage> stages = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < json.size(); i++) {
            Stage stage = stage("stages[" + i + "]", json.get(i));
            if (!names.add(stage.name())) {
                throw new InvalidRequest("stages[" + i + "].name", "must be another one than before", stage.name());
            }
            stages.add(stage);
        }
        return stages;
    }

    private static Stage stage(String place, JsonNode json) {
        mustBeObject(place, json);
        allowOnly(place + ".", json, STAGE_FIELDS, "a stage");
        JsonNode tasks = json.path("tasks");
        mustHave(place + ".tasks", tasks, MOST_TASKS);
        List<PlannedTask> planned = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            planned.add(task(place + ".tasks[" + i + "]", tasks.get(i)));
        }
        return new Stage(name(place + ".name", json.path("name")), planned);
    }

    private static PlannedTask task(String place, JsonNode json) {
        try {
            Request request = RequestParser.parse(json);
            return new PlannedTask(
                    json,
                    request.provider().word(),
                    request.account(),
                    request.task().label());
        } catch (InvalidRequest invalid) {
            String words = invalid.words();
            throw new InvalidRequest(place + (ABOUT_A_FIELD.matcher(words).matches() ? "." : ": ") + words);
        }
    }

    private static String name(String place, JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            throw new InvalidRequest(place + " is required: a text of 1 to " + LONGEST_NAME + " characters");
        }
        if (!json.isTextual() || Text.isBlank(json.textValue()) || Text.length(json.textValue()) > LONGEST_NAME) {
            throw new InvalidRequest(
                    place,
                    "must be a text of 1 to " + LONGEST_NAME + " characters, not all of them blank",
                    Shown.of(json));
        }
        return json.textValue();
    }

    private static void mustHave(String place, JsonNode json, int most) {
        if (!json.isArray() || json.isEmpty() || json.size() > most) {
            throw new InvalidRequest(place, "must be a list of 1 to " + most, count(json));
        }
    }

    private static String count(JsonNode json) {
        if (json.isArray()) {
            return json.isEmpty() ? "an empty list" : Integer.toString(json.size());
        }
        return json.isMissingNode() ? "nothing" : Shown.of(json);
    }

    private static void mustBeObject(String place, JsonNode json) {
        if (!json.isObject()) {
            throw new InvalidRequest(place, "must be a JSON object", Shown.of(json));
        }
    }

    private static void allowOnly(String place, JsonNode json, Set<String> fields, String of) {
        json.propertyStream()
                .filter(field ->
                        !fields.contains(field.getKey()) && !field.getValue().isNull())
                .findFirst()
                .ifPresent(field -> {
                    throw new InvalidRequest(
                            place + Text.cut(field.getKey(), 200),
                            "is not a field of " + of,
                            Shown.of(field.getKey(), field.getValue()));
                });
    }
}
