package io.syncstep.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.IfRunning;
import io.syncstep.sync.OnWarning;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Request;
import io.syncstep.sync.Task;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Section 1 of the contract, as it is kept: a request is taken as it is meant, and what it leaves out has its default. */
class RequestFieldsTest {

    private static final String UUID_TEXT = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

    @Test
    void theLeastOfAHightouchRequestHasEveryDefault() {
        Request request = ParsedRequest.of("{\"provider\":\"hightouch\",\"syncId\":1127166}");

        assertThat(request)
                .isEqualTo(new Request(
                        ProviderName.HIGHTOUCH,
                        new Task.HightouchSync(1127166),
                        "default",
                        false,
                        OnWarning.FAIL,
                        null,
                        IfRunning.QUEUE,
                        Duration.ofHours(1),
                        true,
                        null,
                        null));
    }

    @Test
    void theLeastOfAStitchRequestHasEveryDefault() {
        Request request = ParsedRequest.of("{\"provider\":\"stitch\",\"sourceId\":120643}");

        assertThat(request.task()).isEqualTo(new Task.StitchSource(120643));
        assertThat(request.ifRunning()).isEqualTo(IfRunning.ATTACH);
        assertThat(request.account()).isEqualTo("default");
        assertThat(request.timeout()).isEqualTo(Duration.ofHours(1));
        assertThat(request.stopOnTimeout()).isTrue();
    }

    @Test
    void theLeastOfADbtRequestHasEveryDefault() {
        Request request = ParsedRequest.of("{\"provider\":\"dbt\",\"jobId\":43167}");

        assertThat(request.task()).isEqualTo(new Task.DbtJob(43167));
        assertThat(request.task().noun()).isEqualTo("job");
        assertThat(request.provider().title()).isEqualTo("dbt Cloud");
        assertThat(request.ifRunning()).isEqualTo(IfRunning.QUEUE);
        assertThat(request.account()).isEqualTo("default");
        assertThat(request.timeout()).isEqualTo(Duration.ofHours(1));
        assertThat(request.stopOnTimeout()).isTrue();
    }

    @Test
    void everyFieldIsTaken() {
        Request request = ParsedRequest.of("""
                {"provider":"hightouch","syncId":1,"account":"Acme_eu-1","fullResync":true,"onWarning":"succeed",
                 "maxFailedRows":0,"ifRunning":"attach","timeoutSeconds":86400,"stopOnTimeout":false,
                 "minWaitSeconds":1,"maxWaitSeconds":3600}
                """);

        assertThat(request)
                .isEqualTo(new Request(
                        ProviderName.HIGHTOUCH,
                        new Task.HightouchSync(1),
                        "Acme_eu-1",
                        true,
                        OnWarning.SUCCEED,
                        0L,
                        IfRunning.ATTACH,
                        Duration.ofDays(1),
                        false,
                        Duration.ofSeconds(1),
                        Duration.ofHours(1)));
    }

    @Test
    void aSyncCanBeNamedByItsSlugAndASequenceByItsId() {
        assertThat(ParsedRequest.of("{\"provider\":\"hightouch\",\"syncSlug\":\"orders-to-crm\"}")
                        .task())
                .isEqualTo(new Task.HightouchSlug("orders-to-crm"));
        assertThat(ParsedRequest.of("{\"provider\":\"hightouch\",\"sequenceId\":\"" + UUID_TEXT + "\"}")
                        .task())
                .isEqualTo(new Task.HightouchSequence(UUID.fromString(UUID_TEXT)));
    }

    @Test
    void anIdIsExactUpToTheLastDigitOf64Bits() {
        assertThat(ParsedRequest.of("{\"provider\":\"hightouch\",\"syncId\":9223372036854775807}")
                        .task())
                .isEqualTo(new Task.HightouchSync(Long.MAX_VALUE));
        assertThat(ParsedRequest.of("{\"provider\":\"stitch\",\"sourceId\":9007199254740993}")
                        .task())
                .isEqualTo(new Task.StitchSource(9007199254740993L));
    }

    @Test
    void nullIsAbsent() {
        Request request = ParsedRequest.of("""
                {"provider":"stitch","sourceId":1,"account":null,"ifRunning":null,"timeoutSeconds":null,
                 "stopOnTimeout":null,"minWaitSeconds":null,"maxWaitSeconds":null,"syncId":null,"fullResync":null}
                """);

        assertThat(request).isEqualTo(ParsedRequest.of("{\"provider\":\"stitch\",\"sourceId\":1}"));
    }

    @Test
    void aSequenceMayQueueAndTolerateWarnings() {
        Request request = ParsedRequest.of("{\"provider\":\"hightouch\",\"sequenceId\":\"" + UUID_TEXT
                + "\",\"ifRunning\":\"queue\",\"onWarning\":\"succeed\"}");

        assertThat(request.onWarning()).isEqualTo(OnWarning.SUCCEED);
    }
}
