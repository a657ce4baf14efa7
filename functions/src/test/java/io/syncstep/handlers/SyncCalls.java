package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The functions of a sync as the state machine calls them, over a provider of this machine. */
abstract class SyncCalls {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String TOKEN = "hidden-token-9";
    static final String HIGHTOUCH = "{\"provider\":\"hightouch\",\"syncId\":1127166}";
    static final String STITCH = "{\"provider\":\"stitch\",\"sourceId\":120643}";

    final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
    final List<String> log = new ArrayList<>();

    Wiring wiring(String url) {
        return new Wiring(
                clock,
                new Credentials("{\"apiKey\":\"" + TOKEN + "\",\"accessToken\":\"" + TOKEN
                        + "\",\"workspaceSlug\":\"acme\",\"baseUrl\":\"" + url + "\"}"));
    }

    static String event(String request, String sync) {
        return "{\"request\":" + request
                + ",\"execution\":{\"id\":\"arn\",\"name\":\"name\",\"startedAt\":\"2026-11-22T08:00:00Z\"},\"sync\":"
                + sync
                + "}";
    }

    /** Calls a function as Lambda does. */
    JsonNode call(RequestStreamHandler function, String event) throws IOException {
        LambdaLogger logger = mock(LambdaLogger.class);
        doAnswer(logged -> log.add(logged.getArgument(0))).when(logger).log(anyString(), any(LogLevel.class));
        Context context = mock(Context.class);
        when(context.getLogger()).thenReturn(logger);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context);
        ObjectNode answer = (ObjectNode) JSON.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(answer.fieldNames()).toIterable().containsExactly("next", "waitSeconds", "run", "report");
        return answer;
    }

    static JsonNode cause(JsonNode answer) throws IOException {
        return JSON.readTree(answer.path("report").path("cause").textValue());
    }
}
