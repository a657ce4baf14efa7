package io.syncstep.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.sync.Asked;
import io.syncstep.sync.Facts;
import io.syncstep.sync.Member;
import io.syncstep.sync.PastDurations;
import io.syncstep.sync.Phases;
import io.syncstep.sync.Report;
import io.syncstep.sync.Request;
import io.syncstep.sync.Rows;
import io.syncstep.sync.Rows.Counts;
import io.syncstep.sync.Run;
import io.syncstep.sync.Start;
import io.syncstep.sync.SyncError;
import io.syncstep.sync.Watch;
import io.syncstep.testing.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results and failures have the shapes of sections 2 and 3 of the contract, to the letter. */
class ReportsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant TRIGGERED = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant STARTED = Instant.parse("2026-11-22T08:00:02Z");
    private static final Instant FINISHED = Instant.parse("2026-11-22T08:01:03.900Z");
    private static final Counts NONE = new Counts(0L, 0L, 0L);
    private static final Rows ROWS = new Rows(new Counts(773L, 0L, 0L), new Counts(773L, 0L, 0L), NONE);

    @Test
    void aHightouchResultIsAsTheContractHasIt() throws JsonProcessingException {
        Facts facts = new Facts("success", 0.54, null, STARTED, FINISHED, ROWS, null, null, "https://page");

        assertThat(result(Requests.hightouch(""), run("1127166", "42", facts))).isEqualTo(JSON.readTree("""
                        {"provider":"hightouch","account":"default","taskId":"1127166","runId":"42","status":"succeeded",
                         "providerStatus":"success","message":"It went well.","triggeredAt":"2026-11-22T08:00:00Z",
                         "startedAt":"2026-11-22T08:00:02Z","finishedAt":"2026-11-22T08:01:03.900Z",
                         "durationSeconds":61,"checks":3,"attached":false,"url":"https://page",
                         "rows":{"planned":{"added":773,"changed":0,"removed":0},
                                 "successful":{"added":773,"changed":0,"removed":0},
                                 "failed":{"added":0,"changed":0,"removed":0}}}
                        """));
    }

    @Test
    void aStitchResultHasPhasesAndNoRows() throws JsonProcessingException {
        Facts facts = new Facts("completed", null, null, STARTED, FINISHED, null, new Phases(0L, 0L, 0L), null, null);

        assertThat(result(Requests.stitch("\"account\":\"acme\""), run("120643", "1.120643.sync.x", facts)))
                .isEqualTo(JSON.readTree("""
                        {"provider":"stitch","account":"acme","taskId":"120643","runId":"1.120643.sync.x",
                         "status":"succeeded","providerStatus":"completed","message":"It went well.",
                         "triggeredAt":"2026-11-22T08:00:00Z","startedAt":"2026-11-22T08:00:02Z",
                         "finishedAt":"2026-11-22T08:01:03.900Z","durationSeconds":61,"checks":3,"attached":false,
                         "phases":{"discovery":0,"tap":0,"target":0}}
                        """));
    }

    @Test
    void aSequenceResultHasMembersInPlaceOfRows() {
        Facts facts = new Facts(
                "done",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new Member("1", "11", "success", "https://page/11"), new Member("2", null, "success", null)),
                null);

        JsonNode result = result(Requests.sequence(""), run("3fa85f64", "seq-1", facts));

        assertThat(result.path("members").toString())
                .isEqualTo("[{\"taskId\":\"1\",\"runId\":\"11\",\"status\":\"success\",\"url\":\"https://page/11\"},"
                        + "{\"taskId\":\"2\",\"status\":\"success\"}]");
        assertThat(result.has("rows")).isFalse();
    }

    @Test
    void whatAProviderDoesNotTellIsAbsent() {
        JsonNode result = result(Requests.hightouch(""), run("1127166", "42", Facts.NONE));

        assertThat(result.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "provider",
                        "account",
                        "taskId",
                        "runId",
                        "status",
                        "message",
                        "triggeredAt",
                        "checks",
                        "attached");
    }

    @Test
    void countsThatAProviderDoesNotTellAreAbsent() {
        Rows rows = new Rows(null, null, new Counts(1L, null, 0L));
        Facts facts = new Facts("warning", null, null, null, null, rows, null, null, null);

        assertThat(result(Requests.hightouch(""), run("1127166", "42", facts))
                        .path("rows")
                        .toString())
                .isEqualTo("{\"failed\":{\"added\":1,\"removed\":0}}");
    }

    @Test
    void aDurationWithoutAStartRunsFromTheTrigger() {
        Facts facts = new Facts("success", null, null, null, FINISHED, null, null, null, null);

        assertThat(result(Requests.hightouch(""), run("1127166", "42", facts))
                        .path("durationSeconds")
                        .asLong())
                .isEqualTo(63);
    }

    @Test
    void aDurationIsNeverNegative() {
        Facts facts = new Facts("success", null, null, STARTED, TRIGGERED, null, null, null, null);

        assertThat(result(Requests.hightouch(""), run("1127166", "42", facts))
                        .path("durationSeconds")
                        .asLong())
                .isZero();
    }

    @Test
    void interruptedRunsAreNamedBesideTheLast() {
        Run resumed = new Run(
                "1127166", "44", false, List.of("42", "43"), Map.of(), start(), watch(Facts.NONE), PastDurations.NONE);

        JsonNode result = result(Requests.hightouch(""), resumed);

        assertThat(result.path("runId").asText()).isEqualTo("44");
        assertThat(result.path("previousRunIds").toString()).isEqualTo("[\"42\",\"43\"]");
    }

    @Test
    void aFailureIsAnErrorAndACauseThatIsOneJsonText() throws JsonProcessingException {
        Facts facts = new Facts("failed", null, "text", STARTED, FINISHED, ROWS, null, null, "https://page");

        ObjectNode report = Reports.of(new Report.Failure(
                SyncError.SYNC_FAILED, "It failed.", Requests.hightouch(""), run("1127166", "42", facts), 500));

        assertThat(report.propertyStream().map(Map.Entry::getKey)).containsExactly("error", "cause", "event");
        assertThat(report.path("error").asText()).isEqualTo("SyncFailed");
        assertThat(JSON.readTree(report.path("cause").textValue())).isEqualTo(JSON.readTree("""
                        {"message":"It failed.","provider":"hightouch","account":"default","taskId":"1127166","runId":"42",
                         "providerStatus":"failed","url":"https://page","httpStatus":500,
                         "rows":{"planned":{"added":773,"changed":0,"removed":0},
                                 "successful":{"added":773,"changed":0,"removed":0},
                                 "failed":{"added":0,"changed":0,"removed":0}}}
                        """));
    }

    @Test
    void theEventOfAFailureIsItsCauseWithTheErrorBesideIt() throws JsonProcessingException {
        ObjectNode report = Reports.of(new Report.Failure(
                SyncError.SYNC_FAILED,
                "x".repeat(200_000),
                Requests.hightouch(""),
                run("1127166", "42", Facts.NONE),
                500));

        ObjectNode cause = (ObjectNode) JSON.readTree(report.path("cause").textValue());
        assertThat(report.path("event")).isEqualTo(cause.put("error", "SyncFailed"));
        assertThat(report.path("event").toString()).hasSizeLessThan(33_000);
    }

    @Test
    void aFailureOfARequestThatCouldNotBeReadIsItsMessage() {
        assertThat(cause(new Report.Failure(SyncError.INVALID_REQUEST, "syncId must be …", Asked.NOTHING, null, null))
                        .toString())
                .isEqualTo("{\"message\":\"syncId must be …\"}");
    }

    @Test
    void aFailureBeforeAnyRunNamesTheTask() {
        JsonNode cause =
                cause(new Report.Failure(SyncError.CREDENTIAL_NOT_FOUND, "m", Requests.stitch(""), null, null));

        assertThat(cause.toString())
                .isEqualTo("{\"message\":\"m\",\"provider\":\"stitch\",\"account\":\"default\",\"taskId\":\"120643\"}");
    }

    @Test
    void aSlugWhoseIdIsNotKnownYetIsNoTaskId() {
        Run unresolved = Run.notStarted("orders-to-crm", TRIGGERED);

        JsonNode cause =
                cause(new Report.Failure(SyncError.NOT_FOUND, "m", Requests.hightouchSlug(""), unresolved, 404));

        assertThat(cause.has("taskId")).isFalse();
        assertThat(cause(new Report.Failure(
                                SyncError.NOT_FOUND,
                                "m",
                                Requests.hightouchSlug(""),
                                Run.notStarted("1127166", TRIGGERED),
                                404))
                        .path("taskId")
                        .asText())
                .isEqualTo("1127166");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "\"", "\\", "\n", "\u0001", "\u0000", "é", "日", "😀", "a\"\n😀\t\\", "\uD83D", "\uDE00"})
    void aCauseFitsIntoItsLimitAndStaysJsonWhateverTheMessageHolds(String unit) throws JsonProcessingException {
        String message = unit.repeat(200_000 / unit.length());

        ObjectNode report = Reports.of(new Report.Failure(
                SyncError.SYNC_FAILED,
                message,
                Requests.hightouch(""),
                run("1127166", "42", new Facts("failed", null, null, null, null, ROWS, null, null, "https://page")),
                null));

        String cause = report.path("cause").textValue();
        assertThat(cause).hasSizeLessThanOrEqualTo(15_000).hasSizeGreaterThan(3_700);
        JsonNode json = JSON.readTree(cause);
        assertThat(json.path("runId").asText()).isEqualTo("42");
        assertThat(json.path("rows").path("planned").path("added").asLong()).isEqualTo(773);
        assertThat(json.path("message").asText()).startsWith(unit).endsWith("…");
    }

    @Test
    void aMessageIsNeverCutThroughACharacter() {
        String message = "x" + "😀".repeat(100_000);

        String cut = cause(new Report.Failure(SyncError.SYNC_FAILED, message, Asked.NOTHING, null, null))
                .path("message")
                .asText();

        assertThat(new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(cut);
    }

    @Test
    void aCauseThatFitsIsNotCut() {
        String message = "x".repeat(14_500);

        assertThat(cause(new Report.Failure(SyncError.SYNC_FAILED, message, Asked.NOTHING, null, null))
                        .path("message")
                        .asText())
                .isEqualTo(message);
    }

    @Test
    void ofTooManyMembersThoseThatDidNotSucceedAreKeptAndTheMessageSaysSo() {
        List<Member> members = IntStream.range(0, 2_000)
                .mapToObj(
                        i -> new Member("" + i, "1" + i, i == 1_999 ? "failed" : "success", "https://page/of/run/" + i))
                .toList();

        JsonNode cause = cause(new Report.Failure(
                SyncError.SYNC_FAILED,
                "m",
                Requests.sequence(""),
                run("3fa85f64", "seq-1", withMembers(members)),
                null));

        assertThat(cause.at("/members/0/taskId").asText()).isEqualTo("1999");
        assertThat(cause.path("members").size()).isGreaterThan(100);
        assertThat(cause.path("message").asText())
                .isEqualTo(
                        "m Of its 2000 members, %d are listed here.",
                        cause.path("members").size());
        assertThat(cause.toString()).hasSizeLessThanOrEqualTo(Reports.LONGEST_CAUSE);
    }

    @Test
    void aLongMessageLeavesRoomForMembers() {
        List<Member> members = List.of(new Member("1", "11", "failed", null), new Member("2", "12", "success", null));

        JsonNode cause = cause(new Report.Failure(
                SyncError.SYNC_FAILED,
                "x".repeat(200_000),
                Requests.sequence(""),
                run("3fa85f64", "seq-1", withMembers(members)),
                null));

        assertThat(cause.path("members")).hasSize(2);
        assertThat(cause.path("message").asText()).startsWith("xxx").endsWith("…");
    }

    @Test
    void aResultHasAtMostAsManyMembersAsFitAndSaysHowManyThereWere() {
        List<Member> members = IntStream.range(0, 600)
                .mapToObj(i -> new Member("x".repeat(500), "1" + i, "success", "https://page/" + "x".repeat(500)))
                .toList();

        JsonNode result = result(Requests.sequence(""), run("3fa85f64", "seq-1", withMembers(members)));

        assertThat(result.path("members").size()).isBetween(1, 499);
        assertThat(result.path("message").asText()).startsWith("It went well. Of its 600 members, ");
        assertThat(result.toString()).hasSizeLessThanOrEqualTo(150_000);
    }

    @Test
    void whatIsNotToldOfAMemberIsAbsent() {
        JsonNode cause = cause(new Report.Failure(
                SyncError.SYNC_FAILED,
                "m",
                Requests.sequence(""),
                run("3fa85f64", "seq-1", withMembers(List.of(new Member("1", "11", null, null)))),
                null));

        assertThat(cause.path("members").toString()).isEqualTo("[{\"taskId\":\"1\",\"runId\":\"11\"}]");
    }

    private static Facts withMembers(List<Member> members) {
        return new Facts("done", null, null, null, null, null, null, members, null);
    }

    /** As a reader of the text sees it. */
    private static JsonNode result(Request request, Run run) {
        try {
            return JSON.readTree(
                    Reports.of(new Report.Result(request, run, "It went well.")).toString());
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static JsonNode cause(Report.Failure failure) {
        try {
            return JSON.readTree(Reports.of(failure).path("cause").textValue());
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static Run run(String taskId, @Nullable String runId, Facts facts) {
        return new Run(taskId, runId, false, List.of(), Map.of(), start(), watch(facts), PastDurations.NONE);
    }

    private static Start start() {
        return new Start(TRIGGERED, TRIGGERED, 1, 0, null);
    }

    private static Watch watch(Facts facts) {
        return new Watch(3, 0, null, 0, null, facts);
    }
}
