package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The function takes the steps of the state machine, and no others. */
class AdvancePipelineTest {

    private static final String PIPELINE =
            "{\"name\":\"n\",\"stages\":[{\"name\":\"s\",\"tasks\":[{\"provider\":\"dbt\",\"jobId\":1}]}]}";

    /** Answered, the state machine would take it for a pipeline that is not valid. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    "step":"finish",`finish`
                    "step":"CHECK",`CHECK`
                    "step":null,`null`
                    "step":"",``
                    "steps":"check",``
                    """)
    void aStepThatNobodyKnowsIsRefusedByNameAndNotAnswered(String step, String named) {
        byte[] event = ("{" + step + ",\"pipeline\":" + PIPELINE + "}").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() ->
                        new AdvancePipeline().handleRequest(new ByteArrayInputStream(event), out, mock(Context.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step must be check, task or stage, got " + named);
        assertThat(out.size()).isZero();
    }
}
