package io.syncstep.hightouch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Read;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The newest runs are found whichever way the list is sorted, in few requests however long it is. */
class NewestRunsTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest(name = "{0} runs, newest first: {1}")
    @CsvSource({
        "0,true,1",
        "1,true,1",
        "99,true,1",
        "100,true,1",
        "101,true,1",
        "10000,true,1",
        "0,false,1",
        "1,false,1",
        "99,false,1",
        "100,false,1",
        "101,false,3",
        "199,false,3",
        "200,false,3",
        "201,false,6",
        "10000,false,20"
    })
    void theLastRunIsFoundInFewRequests(int count, boolean newestFirst, int most) {
        List<String> runs = runs(count, newestFirst);
        try (LocalServer server = LocalServer.answering(call -> HightouchServer.page(runs, call.target()))) {
            List<String> found = since(server, created(count - 1));

            if (count > 0) {
                assertThat(found).contains("run-" + (count - 1));
            }
            assertThat(server.calls()).hasSizeLessThanOrEqualTo(most);
            assertThat(server.lines())
                    .allMatch(line -> line.startsWith("GET /syncs/1/runs?orderBy=createdAt&limit=100"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyRunSinceThenIsThereThoughTheyFillSeveralPages(boolean newestFirst) {
        List<String> runs = runs(555, newestFirst);
        try (LocalServer server = LocalServer.answering(call -> HightouchServer.page(runs, call.target()))) {
            List<String> found = since(server, created(555 - 250));

            for (int i = 555 - 250; i < 555; i++) {
                assertThat(found).contains("run-" + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theRunsBeforeTheNewestOnesAreThereThoughAPageBeginsBetweenThem(boolean newestFirst) {
        // A run in progress that is last on its page, and a cancelled one alone on the next.
        List<String> runs = runs(201, newestFirst);
        try (LocalServer server = LocalServer.answering(call -> HightouchServer.page(runs, call.target()))) {
            assertThat(since(server, created(10_000))).contains("run-200", "run-199", "run-198");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aListWithoutHasMoreEndsWithAShortOrEmptyPage(boolean newestFirst) {
        List<String> runs = runs(300, newestFirst);
        try (LocalServer server = LocalServer.answering(call -> {
            Response page = HightouchServer.page(runs, call.target());
            return Response.json(200, page.body().replaceAll(",\"hasMore\":\\w+", ""));
        })) {
            assertThat(since(server, created(299))).contains("run-299");
        }
    }

    @Test
    void aPageWithoutAnswerIsNoAnswerInAll() {
        List<String> runs = runs(300, false);
        try (LocalServer server = LocalServer.answering(call ->
                call.target().endsWith("offset=0") ? HightouchServer.page(runs, call.target()) : Response.empty(502))) {
            assertThat(new NewestRuns(new HightouchApi(HightouchServer.api(server)), "1").since(FIRST))
                    .isInstanceOf(Read.Unanswered.class);
        }
    }

    private static List<String> since(LocalServer server, Instant instant) {
        Read<List<HightouchRun>> read =
                new NewestRuns(new HightouchApi(HightouchServer.api(server)), "1").since(instant);
        return ((Read.Got<List<HightouchRun>>) read)
                .value().stream().map(HightouchRun::id).toList();
    }

    private static List<String> runs(int count, boolean newestFirst) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(HightouchServer.run("run-" + i, "success", created(i), ""));
        }
        if (newestFirst) {
            Collections.reverse(runs);
        }
        return runs;
    }

    private static Instant created(int index) {
        return FIRST.plusSeconds(60L * index);
    }
}
