package io.syncstep.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.StopAnswer;
import io.syncstep.sync.StopCall;
import io.syncstep.testing.LocalServer.Call;
import io.syncstep.testing.LocalServer.Response;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of every provider: a stop call is sent as often as its kind allows, and what came of it is told. */
public abstract class StopPromises implements ProviderTestKit {

    @Test
    void aYesIsAStopByOneCall() {
        stops(Response.json(200, "{}"), 1, StopAnswer.Stopped.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a5xxIsNoStopAndRepeatedOnlyWhereNothingElseCanBeHit(int status) {
        stops(Response.empty(status), callsOnDoubt(), StopAnswer.NotStopped.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 409, 429})
    void aNoIsNoStopAndNotRepeated(int status) {
        stops(Response.empty(status), 1, StopAnswer.NotStopped.class);
    }

    @Test
    void anErrorObjectInA200IsNoStop() {
        stops(errorObject(), 1, StopAnswer.NotStopped.class);
    }

    @Test
    void aLostAnswerIsNoStopAndRepeatedOnlyWhereNothingElseCanBeHit() throws IOException {
        String going = going().body();
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            if (connection.isGet()) {
                connection.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + going.length()
                        + "\r\n\r\n" + going);
            }
        })) {
            assertThat(at(server.url()).stop(startedRun())).isInstanceOf(StopAnswer.NotStopped.class);
            assertThat(server.count("POST") + server.count("DELETE")).isEqualTo(isNone() ? 0 : callsOnDoubt());
        }
    }

    @Test
    void whatHadEndedIsNotToldAsStopped() {
        try (LocalServer server = LocalServer.answering(call -> isStop(call) ? Response.empty(404) : succeeded())) {
            StopAnswer answer = at(server.url()).stop(startedRun());

            assertThat(answer).isInstanceOf(isNone() ? StopAnswer.NotStopped.class : StopAnswer.HadEnded.class);
        }
    }

    @Test
    void nothingTellsTheToken() {
        for (int status : new int[] {200, 400, 401, 404, 429, 500}) {
            try (LocalServer server = answering(quotingTheToken(status))) {
                assertThat(at(server.url()).stop(startedRun()).toString()).doesNotContain(TOKEN);
            }
        }
    }

    private void stops(Response response, int calls, Class<? extends StopAnswer> answer) {
        try (LocalServer server = answering(response)) {
            assertThat(at(server.url()).stop(startedRun()))
                    .isInstanceOf(isNone() ? StopAnswer.NotStopped.class : answer);

            List<Call> stops =
                    server.calls().stream().filter(StopPromises::isStop).toList();
            assertThat(stops).hasSize(isNone() ? 0 : calls);
            assertThat(stops).allMatch(call -> (shape().scheme() + " " + TOKEN).equals(call.header("Authorization")));
        }
    }

    private LocalServer answering(Response toTheStop) {
        return LocalServer.answering(call -> isStop(call) ? toTheStop : going());
    }

    private static boolean isStop(Call call) {
        return !call.method().equals("GET");
    }

    private boolean isNone() {
        return stopCall() == StopCall.NONE;
    }

    private int callsOnDoubt() {
        return stopCall() == StopCall.OUR_RUN ? 2 : 1;
    }

    private StopCall stopCall() {
        return at("http://127.0.0.1:1").stopCall();
    }
}
