package io.syncstep.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Answer;
import io.syncstep.sync.CheckTheRun;
import io.syncstep.sync.Look;
import io.syncstep.sync.Next;
import io.syncstep.sync.Report;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;
import io.syncstep.sync.StopTheRun;
import io.syncstep.sync.Sync;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Call;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At the deadline our own budget of list requests must not be what fails or keeps a run, however many pages a list has. */
class LastLookAtManyPagesTest {

    private static final Instant NEVER = Instant.MAX;
    private static final Run OURS = Runs.started("120643", StitchServer.JOB, StitchServer.NOW);

    private final SettableClock clock = new SettableClock(StitchServer.NOW);
    private final ExtractionShelves shelves = new ExtractionShelves(clock);
    private final List<Instant> asked = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1,600", "2,60", "2,600", "3,600", "4,600", "4,3600", "5,600"})
    void aRunThatGoesOnIsStoppedWhicheverPageListsItsSource(int pages, int timeout) {
        assertThat(follow(pages, pages, timeout, NEVER).next()).isEqualTo(Next.STOP);
        assertThat(mostInTenMinutes()).isLessThanOrEqualTo(29);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aRunOfASourceThatNoPageListsYetIsStopped(int pages) {
        assertThat(follow(pages, 0, 600, NEVER).next()).isEqualTo(Next.STOP);
        assertThat(mostInTenMinutes()).isLessThanOrEqualTo(29);
    }

    @ParameterizedTest
    @CsvSource({"1,600", "2,600", "4,3600", "5,600"})
    void aRunThatEndedRightBeforeTheDeadlineSucceeds(int pages, int timeout) {
        Instant end = StitchServer.NOW.plusSeconds(timeout - 1);

        assertThat(follow(pages, pages, timeout, end).report()).isInstanceOf(Report.Result.class);
    }

    @Test
    void aSourceThatShiftsToAnotherPageIsFoundThere() {
        try (LocalServer server =
                LocalServer.answering(page(1, 2), page(2, 2, before()), page(2, 2), page(1, 2, good()))) {
            Look first = look(server, OURS);
            clock.pass(Duration.ofMinutes(2));

            assertThat(first).isInstanceOf(Look.Going.class);
            assertThat(look(server, ((Look.Going) first).run())).isInstanceOf(Look.Ended.class);
            assertThat(server.lines()).endsWith("GET /v4/116078/extractions?page=2", "GET /v4/116078/extractions");
        }
    }

    @Test
    void thePageOfTheSourceIsTheOnlyOneThatIsReadAgain() {
        try (LocalServer server = LocalServer.answering(page(1, 2), page(2, 2, before()), page(2, 2, good()))) {
            Look first = look(server, OURS);
            clock.pass(Duration.ofMinutes(2));
            look(server, ((Look.Going) first).run());

            assertThat(server.lines())
                    .containsExactly(
                            "GET /v4/116078/extractions",
                            "GET /v4/116078/extractions?page=2",
                            "GET /v4/116078/extractions?page=2");
        }
    }

    @Test
    void anOldPageThatListsOurJobAsEndedWillDo() {
        try (LocalServer server = LocalServer.answering(page(1, 1, good()))) {
            look(server, OURS);
            clock.pass(Duration.ofHours(1));

            assertThat(StitchServer.replication(server.url(), Requests.stitch(""), shelves, clock)
                            .lastLook(OURS))
                    .isInstanceOf(Look.Ended.class);
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void aRunThatTheStopFoundEndedIsJudgedByANewListAtOnce() {
        Request request = Requests.stitch("\"timeoutSeconds\":60");
        Instant end = StitchServer.NOW.plusSeconds(62);
        try (LocalServer server = LocalServer.answering(call -> list(call, 1, 1, end))) {
            clock.pass(Duration.ofSeconds(61));
            Answer late = new CheckTheRun(sync(server, request, shelves)).from(OURS);
            clock.pass(Duration.ofSeconds(1));
            // Another function, with a list of its own.
            Answer stop = new StopTheRun(sync(server, request, new ExtractionShelves(clock)))
                    .from(Objects.requireNonNull(late.run()));
            clock.pass(Duration.ofSeconds(stop.waitSeconds()));
            Answer last = new CheckTheRun(sync(server, request, shelves)).from(Objects.requireNonNull(stop.run()));

            assertThat(late.next()).isEqualTo(Next.STOP);
            assertThat(last.report()).isInstanceOf(Report.Result.class);
        }
    }

    private Sync sync(LocalServer server, Request request, ExtractionShelves lists) {
        return new Sync(
                request, StitchServer.EXECUTION, StitchServer.replication(server.url(), request, lists, clock), clock);
    }

    private Look look(LocalServer server, Run run) {
        return StitchServer.replication(server.url(), Requests.stitch(""), shelves, clock)
                .look(run);
    }

    /** Checks as the state machine does, until the run is to be stopped or has its verdict. */
    private Answer follow(int pages, int pageOfOurs, int timeout, Instant end) {
        Request request = Requests.stitch("\"timeoutSeconds\":" + timeout);
        try (LocalServer server = LocalServer.answering(call -> list(call, pages, pageOfOurs, end))) {
            Answer answer = new Answer(Next.FOLLOW, 30, OURS, null);
            while (answer.next() == Next.FOLLOW) {
                clock.pass(Duration.ofSeconds(answer.waitSeconds()));
                answer = new CheckTheRun(sync(server, request, shelves)).from(Objects.requireNonNull(answer.run()));
            }
            return answer;
        }
    }

    private Response list(Call call, int pages, int pageOfOurs, Instant end) {
        asked.add(clock.instant());
        int page = call.target().contains("=")
                ? Integer.parseInt(call.target().substring(call.target().indexOf('=') + 1))
                : 1;
        if (page != pageOfOurs) {
            return page(page, pages);
        }
        return page(page, pages, clock.instant().isBefore(end) ? before() : good());
    }

    private static Response page(int number, int pages, String... extractions) {
        String[] all = extractions.length > 0
                ? extractions
                : new String[] {
                    StitchServer.extraction(
                            "7", "116078.7.sync." + number, StitchServer.NOW, StitchServer.NOW, "0", "0", "0")
                };
        return number < pages
                ? StitchServer.pageBefore("/v4/116078/extractions?page=" + (number + 1), all)
                : StitchServer.list(all);
    }

    private static String before() {
        return StitchServer.good("116078.120643.sync.before", StitchServer.NOW.minusSeconds(7200));
    }

    private static String good() {
        return StitchServer.good(StitchServer.JOB, StitchServer.NOW.plusSeconds(2));
    }

    private long mostInTenMinutes() {
        return asked.stream()
                .mapToLong(from -> asked.stream()
                        .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(600)))
                        .count())
                .max()
                .orElse(0);
    }
}
