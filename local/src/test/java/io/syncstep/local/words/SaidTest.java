package io.syncstep.local.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.engine.Json;
import org.junit.jupiter.api.Test;

/** The end of an execution, for a person. */
class SaidTest {

    @Test
    void whatIsNotToldOfAMemberIsSaidToBeUntold() {
        var cause = Json.read("""
                {"message":"m","members":[{"taskId":"1","status":"failed"},{"taskId":"2"},{"status":"failed"}]}""");

        assertThat(new Said(cause, false).facts())
                .containsExactly(
                        new Fact("member", "1 failed"),
                        new Fact("member", "2 (its status is not told)"),
                        new Fact("member", "without an id failed"));
    }
}
