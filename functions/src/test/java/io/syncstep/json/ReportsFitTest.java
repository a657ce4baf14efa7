package io.syncstep.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.sync.Asked;
import io.syncstep.sync.Facts;
import io.syncstep.sync.Member;
import io.syncstep.sync.Report;
import io.syncstep.sync.SyncError;
import io.syncstep.testing.Requests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report fits into what AWS lets pass, whatever it has to tell: it is cut, and stays whole. */
class ReportsFitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "\"", "\\", "\n", "\u0001", "\u0000", "é", "日", "😀", "a\"\n😀\t\\", "\uD83D", "\uDE00"})
    void aCauseFitsIntoItsLimitAndStaysJsonWhateverTheMessageHolds(String unit) throws JsonProcessingException {
        String message = unit.repeat(200_000 / unit.length());

        ObjectNode report = Reports.of(new Report.Failure(
                SyncError.SYNC_FAILED,
                message,
                Requests.hightouch(""),
                Told.run(
                        "1127166",
                        "42",
                        new Facts("failed", null, null, null, null, Told.ROWS, null, null, "https://page")),
                null));

        String cause = report.path("cause").textValue();
        assertThat(cause).hasSizeLessThanOrEqualTo(15_000).hasSizeGreaterThan(3_700);
        JsonNode json = Told.JSON.readTree(cause);
        assertThat(json.path("runId").asText()).isEqualTo("42");
        assertThat(json.path("rows").path("planned").path("added").asLong()).isEqualTo(773);
        assertThat(json.path("message").asText()).startsWith(unit).endsWith("…");
    }

    @Test
    void aMessageIsNeverCutThroughACharacter() {
        String message = "x" + "😀".repeat(100_000);

        String cut = Told.cause(new Report.Failure(SyncError.SYNC_FAILED, message, Asked.NOTHING, null, null))
                .path("message")
                .asText();

        assertThat(new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(cut);
    }

    @Test
    void aCauseThatFitsIsNotCut() {
        String message = "x".repeat(14_500);

        assertThat(Told.cause(new Report.Failure(SyncError.SYNC_FAILED, message, Asked.NOTHING, null, null))
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

        JsonNode cause = Told.cause(new Report.Failure(
                SyncError.SYNC_FAILED,
                "m",
                Requests.sequence(""),
                Told.run("3fa85f64", "seq-1", withMembers(members)),
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

        JsonNode cause = Told.cause(new Report.Failure(
                SyncError.SYNC_FAILED,
                "x".repeat(200_000),
                Requests.sequence(""),
                Told.run("3fa85f64", "seq-1", withMembers(members)),
                null));

        assertThat(cause.path("members")).hasSize(2);
        assertThat(cause.path("message").asText()).startsWith("xxx").endsWith("…");
    }

    @Test
    void aResultHasAtMostAsManyMembersAsFitAndSaysHowManyThereWere() {
        List<Member> members = IntStream.range(0, 600)
                .mapToObj(i -> new Member("x".repeat(500), "1" + i, "success", "https://page/" + "x".repeat(500)))
                .toList();

        JsonNode result = Told.result(Requests.sequence(""), Told.run("3fa85f64", "seq-1", withMembers(members)));

        assertThat(result.path("members").size()).isBetween(1, 499);
        assertThat(result.path("message").asText()).startsWith("It went well. Of its 600 members, ");
        assertThat(result.toString()).hasSizeLessThanOrEqualTo(150_000);
    }

    private static Facts withMembers(List<Member> members) {
        return new Facts("done", null, null, null, null, null, null, members, null);
    }
}
