package io.syncstep.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far a pipeline has come.
 *
 * @param stage the one that runs, from 0
 * @param done the outcomes, by stage and task; null where a task has none yet
 * @param redriveCount how often the execution had been redriven when the stage was begun or summed up
 */
public record Progress(int stage, List<List<@Nullable Outcome>> done, int redriveCount) {

    static Progress start(Pipeline pipeline, int redriveCount) {
        return new Progress(0, List.of(), redriveCount).enter(pipeline, 0);
    }

    /** The same, with a stage begun. */
    Progress enter(Pipeline pipeline, int next) {
        List<List<@Nullable Outcome>> all = new ArrayList<>(done);
        all.add(new ArrayList<>(Collections.nCopies(pipeline.stage(next).tasks().size(), (Outcome) null)));
        return new Progress(next, all, redriveCount);
    }

    /** What the state machine carried. */
    public static Progress of(JsonNode json) {
        List<List<@Nullable Outcome>> done = new ArrayList<>();
        json.path("done").forEach(stage -> {
            List<@Nullable Outcome> outcomes = new ArrayList<>();
            stage.forEach(outcome -> outcomes.add(outcome.isNull() ? null : Outcome.of(outcome)));
            done.add(outcomes);
        });
        return new Progress(
                json.path("stage").asInt(), done, json.path("redriveCount").asInt());
    }

    ArrayNode doneJson() {
        ArrayNode stages = JsonNodeFactory.instance.arrayNode();
        done.forEach(outcomes -> {
            ArrayNode stage = stages.addArray();
            outcomes.forEach(outcome -> {
                if (outcome == null) {
                    stage.addNull();
                } else {
                    stage.add(outcome.json());
                }
            });
        });
        return stages;
    }

    /**
     * The same, with the outcomes of tasks of this stage.
     *
     * @param outcomes by group and task: {@code [[{"task":0,"outcome":{…}},…],…]}
     */
    Progress with(JsonNode outcomes, int redrives) {
        outcomes.forEach(group -> group.forEach(
                each -> done.get(stage).set(each.path("task").asInt(), Outcome.of(each.path("outcome")))));
        return new Progress(stage, done, redrives);
    }

    Progress redriven(int redrives) {
        return new Progress(stage, done, redrives);
    }

    /** The tasks of the stage that have not succeeded, from 0. */
    List<Integer> left() {
        List<@Nullable Outcome> outcomes = done.get(stage);
        return IntStream.range(0, outcomes.size())
                .filter(task -> !(outcomes.get(task) instanceof Outcome.Succeeded))
                .boxed()
                .toList();
    }

    /** Only while its task has ended. */
    Outcome outcome(int ofStage, int task) {
        return Objects.requireNonNull(done.get(ofStage).get(task), "the task has not ended");
    }
}
