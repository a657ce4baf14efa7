package io.syncstep.local.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.pipeline.PipelineFailure;
import io.syncstep.sync.Next;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words and errors that a state machine goes by are those that the functions and AWS say. */
class DefinitionsAgreeTest {

    /** What a Lambda task can fail with, as AWS documents it, besides {@code States.*}. */
    private static final Set<String> LAMBDA_ERRORS = Set.of(
            "Lambda.TooManyRequestsException",
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.Unknown");

    /** What starting an execution can fail with: the exceptions of StartExecution, and those of every call. */
    private static final Set<String> START_ERRORS = Set.of(
            "StepFunctions.ExecutionLimitExceededException",
            "StepFunctions.ExecutionAlreadyExistsException",
            "StepFunctions.ThrottlingException",
            "StepFunctions.SdkClientException",
            "StepFunctions.AWSStepFunctionsException");

    private static final Set<String> STATES_ERRORS = Set.of("States.ALL", "States.Timeout", "States.TaskFailed");

    @Test
    void eachErrorNameThatTheDefinitionMatchesExists() throws IOException {
        Set<String> matched = new TreeSet<>();
        Definitions.everyState()
                .forEach(state -> Stream.of("Retry", "Catch")
                        .flatMap(field -> state.getValue().path(field).valueStream())
                        .flatMap(handler -> handler.path("ErrorEquals").valueStream())
                        .forEach(name -> matched.add(name.asText())));

        assertThat(matched)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(
                                List.of(LAMBDA_ERRORS, STATES_ERRORS, START_ERRORS, Set.of(PipelineFailure.ERROR)))
                        .anyMatch(names -> names.contains(name)));
    }

    @Test
    void eachWordThatAChoiceReadsIsOneThatTheFunctionsSay() throws IOException {
        Set<String> words = Arrays.stream(Next.values()).map(Next::word).collect(Collectors.toSet());

        List<String> read = Definitions.statesOfSync()
                .flatMap(state -> state.getValue().path("Choices").valueStream())
                .filter(choice -> choice.path("Variable").asText().equals("$.sync.next"))
                .map(choice -> choice.path("StringEquals").asText())
                .toList();

        assertThat(read).isNotEmpty().allSatisfy(word -> assertThat(words).contains(word));
    }

    /** Else a word that no choice knows fails an execution with an Error that is none of ours. */
    @Test
    void eachChoiceHasADefault() throws IOException {
        assertThat(Definitions.everyState()
                        .filter(state -> state.getValue().path("Type").asText().equals("Choice")))
                .isNotEmpty()
                .allSatisfy(choice -> assertThat(choice.getValue().has("Default"))
                        .as(choice.getKey())
                        .isTrue());
    }

    @Test
    void theStartIsRetriedOnlyWhereLambdaSurelyDidNotRun() throws IOException {
        List<String> retried = Definitions.statesOfSync()
                .filter(state -> state.getValue().toString().contains("${TriggerSync}"))
                .flatMap(state -> state.getValue().path("Retry").valueStream())
                .flatMap(retry -> retry.path("ErrorEquals").valueStream())
                .map(JsonNode::asText)
                .toList();

        assertThat(retried).containsExactly("Lambda.TooManyRequestsException");
    }

    /** StopAbortedSync tells by the word that a Task was entered with whether a run was being started or stopped. */
    @Test
    void onlyTheTaskThatStartsIsEnteredWithStartAndOnlyTheOneThatStopsWithStop() throws IOException {
        Map<String, Set<String>> words = new TreeMap<>();
        Definitions.statesOfSync()
                .forEach(state -> state.getValue()
                        .path("Choices")
                        .valueStream()
                        .filter(choice -> choice.path("Variable").asText().equals("$.sync.next"))
                        .forEach(choice -> words.computeIfAbsent(
                                        behindWaits(choice.path("Next").asText()), next -> new TreeSet<>())
                                .add(choice.path("StringEquals").asText())));

        assertThat(words).containsEntry("Start the run", Set.of("start")).containsEntry("Stop the run", Set.of("stop"));
        assertThat(state("Start the run").toString()).contains("${TriggerSync}");
        assertThat(state("Stop the run").toString()).contains("${StopSync}");
        words.keySet().removeAll(Set.of("Start the run", "Stop the run"));
        assertThat(words.values()).allSatisfy(others -> assertThat(others).doesNotContain("start", "stop"));
    }

    /** What the first state is given is a user's, so that no data of ours may come from there: it is a Pass. */
    @Test
    void theFirstStateCallsNobody() {
        JsonNode definition = Definitions.read(Definitions.SYNC);

        assertThat(state(definition.path("StartAt").asText()).path("Type").asText())
                .isEqualTo("Pass");
    }

    private static String behindWaits(String name) {
        JsonNode state = state(name);
        return state.path("Type").asText().equals("Wait")
                ? behindWaits(state.path("Next").asText())
                : name;
    }

    private static JsonNode state(String name) {
        return Definitions.statesOfSync()
                .filter(state -> state.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
