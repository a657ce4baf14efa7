package io.syncstep.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a user asks for: stages one after another, the tasks of a stage at the same time. Checked.
 *
 * @param size of its JSON text, in bytes
 */
public record Pipeline(String name, List<Stage> stages, int size) {

    /** Tasks that run at the same time. */
    public record Stage(String name, List<PlannedTask> tasks) {}

    /**
     * A task of a stage.
     *
     * @param request as the user wrote it
     * @param label its id, or for a sync that is named by its slug the slug
     */
    public record PlannedTask(JsonNode request, String provider, String account, String label) {

        /** What its result begins with. */
        ObjectNode names() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("provider", provider)
                    .put("account", account)
                    .put("taskId", label);
        }
    }

    public int countTasks() {
        return stages.stream().mapToInt(stage -> stage.tasks().size()).sum();
    }

    Stage stage(int index) {
        return stages.get(index);
    }
}
