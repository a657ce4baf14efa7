package io.syncstep.pipeline;

import static io.syncstep.pipeline.LargestPipeline.ended;
import static io.syncstep.pipeline.LargestPipeline.failed;
import static io.syncstep.pipeline.LargestPipeline.steps;
import static io.syncstep.pipeline.LargestPipeline.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A pipeline goes from stage to stage, and after a redrive only through what is left. */
class StepsTest {

    @Test
    void theNameOfATasksExecutionIsTheSameEachTimeAndAnotherOneForEachTaskAndExecution() throws Exception {
        Set<String> names = new HashSet<>();
        names(steps("arn:a", 0).first(), names);
        names(steps("arn:a", 0).first(), names);
        assertThat(names).hasSize(50).allSatisfy(name -> assertThat(name).matches("[A-Za-z0-9_-]{1,76}"));

        names(steps("arn:b", 0).first(), names);
        assertThat(names).hasSize(100);
    }

    @Test
    void aStageRunsInGroupsThatAMapRunsAtOnce() {
        ObjectNode first = steps("arn:a", 0).first();

        assertThat(first.path("next").asText()).isEqualTo("run");
        assertThat(first.path("groups"))
                .hasSize(2)
                .allSatisfy(group -> assertThat(group.path("tasks")).hasSize(25));
    }

    @Test
    void aRedriveRunsTheTasksThatFailedAndKeepsTheOthers() {
        ObjectNode first = steps("arn:a", 0).first();
        ObjectNode outcomes = ended(first, task -> task % 10 == 0 ? failed() : succeeded());
        Progress failed = Progress.of(steps("arn:a", 0).after(Progress.of(first), outcomes.path("outcomes")));

        Steps redriven = steps("arn:a", 1);
        assertThat(failed.redriveCount()).isZero();
        ObjectNode again = redriven.again(failed);
        assertThat(again.at("/groups/0/tasks"))
                .extracting(task -> task.path("task").asInt())
                .containsExactly(0, 10, 20, 30, 40);

        ObjectNode next = redriven.after(
                Progress.of(again), ended(again, task -> succeeded()).path("outcomes"));
        assertThat(next.path("next").asText()).isEqualTo("run");
        assertThat(next.path("stage").asInt()).isEqualTo(1);
        assertThat(Progress.of(next).redriveCount()).isEqualTo(1);
    }

    @Test
    void aRedriveThatFailsAgainCanBeRedrivenAgain() {
        ObjectNode first = steps("arn:a", 0).first();
        ObjectNode outcomes = ended(first, task -> failed());
        Progress failed = Progress.of(steps("arn:a", 0).after(Progress.of(first), outcomes.path("outcomes")));

        ObjectNode again = steps("arn:a", 1).again(failed);
        Progress failedAgain = Progress.of(steps("arn:a", 1)
                .after(Progress.of(again), ended(again, task -> failed()).path("outcomes")));

        assertThat(failedAgain.redriveCount()).isEqualTo(1);
        assertThat(steps("arn:a", 2).again(failedAgain).at("/groups/0/tasks")).hasSize(25);
    }

    private static void names(JsonNode plan, Set<String> names) {
        plan.path("groups")
                .forEach(group -> group.path("tasks")
                        .forEach(task -> names.add(task.path("name").asText())));
    }
}
