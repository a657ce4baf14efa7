package io.syncstep.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.syncstep.sync.Asked;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Task;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An invalid request names provider, account and task as far as these are valid, and never a value that is not. */
class AskedFieldsTest {

    private static final String UUID_TEXT = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"provider":"hightouch","syncId":7,"timeoutSeconds":5}                  | HIGHTOUCH | default | 7
                    {"provider":"hightouch","syncId":7,"sourceId":8}                        | HIGHTOUCH | default | 7
                    {"provider":"hightouch","syncId":7,"account":null,"fullResync":1}       | HIGHTOUCH | default | 7
                    {"provider":"hightouch","syncId":7,"syncSlug":null,"fullResync":1}      | HIGHTOUCH | default | 7
                    {"provider":"stitch","sourceId":7,"account":"acme","ifRunning":"queue"} | STITCH    | acme    | 7
                    {"provider":"dbt","jobId":7,"unknown":1}                                | DBT       | default | 7
                    """)
    void whatIsValidIsNamedWhateverElseIsWrong(String request, ProviderName provider, String account, String taskId) {
        Asked asked = asked(request);

        assertThat(asked.provider()).isEqualTo(provider);
        assertThat(asked.account()).isEqualTo(account);
        assertThat(asked.task()).extracting(task -> task.id().orElse("")).isEqualTo(taskId);
    }

    @Test
    void aSequenceIsNamedThoughAFieldIsNotForSequences() {
        Asked asked = asked("{\"provider\":\"hightouch\",\"sequenceId\":\"" + UUID_TEXT + "\",\"fullResync\":true}");

        assertThat(asked.task()).extracting(task -> task.id().orElse("")).isEqualTo(UUID_TEXT);
    }

    @Test
    void aSlugIsNoTaskId() {
        assertThat(asked("{\"provider\":\"hightouch\",\"syncSlug\":\"orders\",\"timeoutSeconds\":5}")
                        .task())
                .extracting(Task::id)
                .isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"provider\":\"hightouch\"}",
                "{\"provider\":\"hightouch\",\"syncId\":\"7\"}",
                "{\"provider\":\"hightouch\",\"syncId\":0}",
                "{\"provider\":\"hightouch\",\"syncId\":7,\"syncSlug\":\"orders\"}",
                "{\"provider\":\"hightouch\",\"sequenceId\":\"hidden-9\"}",
                "{\"provider\":\"hightouch\",\"sourceId\":7}",
                "{\"provider\":\"stitch\",\"sourceId\":1.0}",
                "{\"provider\":\"stitch\",\"sourceId\":9223372036854775808}",
                "{\"provider\":\"dbt\",\"jobId\":{\"id\":7}}"
            })
    void aTaskThatIsNotTheOneValidOfItsProviderIsNotNamed(String request) {
        Asked asked = asked(request);

        assertThat(asked.task()).isNull();
        assertThat(asked.provider()).isNotNull();
        assertThat(asked.account()).isEqualTo("default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hidden 9\"", "\"\"", "7", "{\"name\":\"acme\"}", "[\"acme\"]"})
    void anAccountThatIsNotValidIsNotNamed(String account) {
        Asked asked = asked("{\"provider\":\"stitch\",\"sourceId\":7,\"account\":" + account + "}");

        assertThat(asked).isEqualTo(new Asked(ProviderName.STITCH, null, new Task.StitchSource(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "5", "null", "\"stitch\"", "{\"provider\":\"Stitch\",\"sourceId\":7}"})
    void withoutAKnownProviderNothingIsNamed(String request) {
        assertThat(asked(request)).isEqualTo(Asked.NOTHING);
    }

    @Test
    void anAccountOfAProviderThatNobodyKnowsMayBeATokenAndIsNotNamed() {
        assertThat(asked("{\"provider\":\"airbyte\",\"account\":\"acme\",\"sourceId\":7}"))
                .isEqualTo(Asked.NOTHING);
    }

    private static Asked asked(String request) {
        try {
            return RequestParser.asked(Json.MAPPER.readTree(request));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
