package io.syncstep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.sync.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1 of the contract, as it is broken: a request is refused by field, rule and value. */
class RefusedRequestTest {

    private static final String UUID_TEXT = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "account":"x"                               | jobId is required: an integer 1..2^63-1
                    "jobId":"43167"                             | jobId must be an integer 1..2^63-1, got "43167"
                    "jobId":0                                   | jobId must be an integer 1..2^63-1, got 0
                    "jobId":1.0                                 | jobId must be an integer 1..2^63-1, got 1.0
                    "jobId":1,"sourceId":2                      | sourceId is not a field of dbt requests, got 2
                    "jobId":1,"fullResync":false                | fullResync is not a field of dbt requests, got false
                    "jobId":1,"onWarning":"fail"                | onWarning is not a field of dbt requests, got "fail"
                    "jobId":1,"maxFailedRows":1                 | maxFailedRows is not a field of dbt requests, got 1
                    """)
    void aDbtRequestThatBreaksARuleIsRefusedByFieldRuleAndValue(String fields, String message) {
        assertRefused("{\"provider\":\"dbt\"," + fields + "}", message);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "syncId":"1"                                | syncId must be an integer 1..2^63-1, got "1"
                    "syncId":0                                  | syncId must be an integer 1..2^63-1, got 0
                    "syncId":-1                                 | syncId must be an integer 1..2^63-1, got -1
                    "syncId":1.0                                | syncId must be an integer 1..2^63-1, got 1.0
                    "syncId":1.5                                | syncId must be an integer 1..2^63-1, got 1.5
                    "syncId":1e3                                | syncId must be an integer 1..2^63-1, got 1E+3
                    "syncId":9223372036854775808                | syncId must be an integer 1..2^63-1, got 9223372036854775808
                    "syncId":true                               | syncId must be an integer 1..2^63-1, got true
                    "syncId":[1]                                | syncId must be an integer 1..2^63-1, got [1]
                    "syncId":{}                                 | syncId must be an integer 1..2^63-1, got {}
                    "syncSlug":""                               | syncSlug must be a text of 1 to 256 characters, not all of them blank, got ""
                    "syncSlug":5                                | syncSlug must be a text, got 5
                    "sequenceId":"abc"                          | sequenceId must be a UUID, got "abc"
                    "sequenceId":"1-1-1-1-1"                    | sequenceId must be a UUID, got "1-1-1-1-1"
                    "sequenceId":7                              | sequenceId must be a text, got 7
                    "syncId":1,"account":""                     | account must match [A-Za-z0-9_-]{1,64}, got ""
                    "syncId":1,"account":"a/b"                  | account must match [A-Za-z0-9_-]{1,64}, got "a/b"
                    "syncId":1,"account":"ä"                    | account must match [A-Za-z0-9_-]{1,64}, got "ä"
                    "syncId":1,"account":"a\\n"                  | account must match [A-Za-z0-9_-]{1,64}, got "a\\n"
                    "syncId":1,"account":5                      | account must be a text, got 5
                    "syncId":1,"fullResync":"true"              | fullResync must be true or false, got "true"
                    "syncId":1,"fullResync":1                   | fullResync must be true or false, got 1
                    "syncId":1,"onWarning":"ignore"             | onWarning must be one of fail, succeed, got "ignore"
                    "syncId":1,"onWarning":"FAIL"               | onWarning must be one of fail, succeed, got "FAIL"
                    "syncId":1,"onWarning":true                 | onWarning must be one of fail, succeed, got true
                    "syncId":1,"maxFailedRows":-1               | maxFailedRows must be an integer 0..2^63-1, got -1
                    "syncId":1,"maxFailedRows":"0"              | maxFailedRows must be an integer 0..2^63-1, got "0"
                    "syncId":1,"maxFailedRows":0.0              | maxFailedRows must be an integer 0..2^63-1, got 0.0
                    "syncId":1,"ifRunning":"wait"               | ifRunning must be one of fail, attach, queue, got "wait"
                    "syncId":1,"ifRunning":1                    | ifRunning must be one of fail, attach, queue, got 1
                    "syncId":1,"timeoutSeconds":59              | timeoutSeconds must be an integer 60..86400, got 59
                    "syncId":1,"timeoutSeconds":86401           | timeoutSeconds must be an integer 60..86400, got 86401
                    "syncId":1,"timeoutSeconds":"3600"          | timeoutSeconds must be an integer 60..86400, got "3600"
                    "syncId":1,"timeoutSeconds":6e2             | timeoutSeconds must be an integer 60..86400, got 6E+2
                    "syncId":1,"stopOnTimeout":"no"             | stopOnTimeout must be true or false, got "no"
                    "syncId":1,"minWaitSeconds":0               | minWaitSeconds must be an integer 1..3600, got 0
                    "syncId":1,"minWaitSeconds":3601            | minWaitSeconds must be an integer 1..3600, got 3601
                    "syncId":1,"maxWaitSeconds":0               | maxWaitSeconds must be an integer 1..3600, got 0
                    "syncId":1,"maxWaitSeconds":3601            | maxWaitSeconds must be an integer 1..3600, got 3601
                    "syncId":1,"minWaitSeconds":61,"maxWaitSeconds":60 | minWaitSeconds must not be above maxWaitSeconds, which is 60, got 61
                    "fullResync":true                           | Exactly one of syncId, syncSlug, sequenceId must be there, got none
                    "syncId":null                               | Exactly one of syncId, syncSlug, sequenceId must be there, got none
                    "syncId":1,"syncSlug":"a"                   | Exactly one of syncId, syncSlug, sequenceId must be there, got syncId and syncSlug
                    "syncSlug":"a","sequenceId":"b","syncId":1  | Exactly one of syncId, syncSlug, sequenceId must be there, got syncId and syncSlug and sequenceId
                    "syncId":1,"sourceId":2                     | sourceId is not a field of hightouch requests, got 2
                    "syncId":1,"sycnId":2                       | sycnId is not a field of a request, got 2
                    "syncId":1,"SyncId":2                       | SyncId is not a field of a request, got 2
                    """)
    void aHightouchRequestThatBreaksARuleIsRefusedByFieldRuleAndValue(String fields, String message) {
        assertRefused("{\"provider\":\"hightouch\"," + fields + "}", message);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "account":"x"                               | sourceId is required: an integer 1..2^63-1
                    "sourceId":null                             | sourceId is required: an integer 1..2^63-1
                    "sourceId":"120643"                         | sourceId must be an integer 1..2^63-1, got "120643"
                    "sourceId":0                                | sourceId must be an integer 1..2^63-1, got 0
                    "sourceId":1,"ifRunning":"queue"            | ifRunning must be fail or attach, as Stitch has no queue, got "queue"
                    "sourceId":1,"syncId":2                     | syncId is not a field of stitch requests, got 2
                    "sourceId":1,"fullResync":false             | fullResync is not a field of stitch requests, got false
                    "sourceId":1,"onWarning":"fail"             | onWarning is not a field of stitch requests, got "fail"
                    "sourceId":1,"maxFailedRows":1              | maxFailedRows is not a field of stitch requests, got 1
                    "sourceId":1,"syncSlug":"a"                 | syncSlug is not a field of stitch requests, got "a"
                    """)
    void aStitchRequestThatBreaksARuleIsRefusedByFieldRuleAndValue(String fields, String message) {
        assertRefused("{\"provider\":\"stitch\"," + fields + "}", message);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "fullResync":true       | fullResync must not be there with sequenceId, got true
                    "fullResync":false      | fullResync must not be there with sequenceId, got false
                    "maxFailedRows":1       | maxFailedRows must not be there with sequenceId, got 1
                    "ifRunning":"fail"      | ifRunning must be queue with sequenceId, got "fail"
                    "ifRunning":"attach"    | ifRunning must be queue with sequenceId, got "attach"
                    """)
    void whatASequenceCannotDoIsRefused(String field, String message) {
        assertRefused("{\"provider\":\"hightouch\",\"sequenceId\":\"" + UUID_TEXT + "\"," + field + "}", message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                  | provider is required
                    {"provider":null,"syncId":1}        | provider is required
                    {"provider":"","syncId":1}          | got ""
                    {"provider":"Hightouch","syncId":1} | got "Hightouch"
                    {"provider":"fivetran","id":1}      | got "fivetran"
                    {"provider":5}                      | got 5
                    {"provider":["stitch"]}             | got ["stitch"]
                    """)
    void theProviderIsOneOfTheKnown(String text, String part) {
        assertThatThrownBy(() -> ParsedRequest.of(text))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith("provider ")
                .hasMessageContaining("one of hightouch, stitch, dbt")
                .hasMessageContaining(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"hightouch\"", "5", "null", "true", "[{\"provider\":\"hightouch\",\"syncId\":1}]"})
    void whatIsNoObjectIsRefused(String text) {
        assertRefused(text, "The request must be a JSON object, got " + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiKey",
                "accessToken",
                "serviceToken",
                "clientSecret",
                "PASSWORD",
                "credentials",
                "Authorization"
            })
    void theValueOfAFieldThatLooksSecretIsNotRepeated(String field) {
        String text = "{\"provider\":\"hightouch\",\"syncId\":1,\"" + field + "\":{\"x\":\"hidden-9\"}}";

        assertRefused(text, field + " is not a field of a request, got ***");
    }

    @Test
    void aLongValueIsCut() {
        assertThatThrownBy(() -> ParsedRequest.of(
                        "{\"provider\":\"hightouch\",\"syncId\":1,\"account\":\"" + "x".repeat(100_000) + "\"}"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith("account must match")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void aLongFieldNameIsCut() {
        assertThatThrownBy(() ->
                        ParsedRequest.of("{\"provider\":\"hightouch\",\"syncId\":1,\"" + "x".repeat(40_000) + "\":1}"))
                .isInstanceOf(InvalidRequest.class)
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(600));
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> ParsedRequest.of(text))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage(message);
    }
}
