package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.hightouch.Sync;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What the calls around a run answer. */
class HightouchCallsTest extends CallsToHightouch {

    @Test
    void baseUrlHasThePathOfTheApi() {
        assertThat(simulators.hightouch().toString()).matches("http://127\\.0\\.0\\.1:\\d+/api/v1");
    }

    @Test
    void callWithoutATokenIsRefused() throws Exception {
        HttpResponse<String> response = caller.withToken(" ").get("/syncs");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Caller.json(response).get("message").asText()).isEqualTo("Authentication error");
        assertThat(Caller.json(response).get("details").asText()).isEqualTo("Token is invalid");
    }

    @Test
    void acceptedTokensCanChangeInMidRun() throws Exception {
        hightouch.acceptTokens("old");
        assertThat(caller.withToken("old").get("/syncs").statusCode()).isEqualTo(200);

        hightouch.acceptTokens("new");

        assertThat(caller.get("/syncs").statusCode()).isEqualTo(401);
        assertThat(caller.withToken("new").get("/syncs").statusCode()).isEqualTo(200);
    }

    @Test
    void getWithContentTypeIsAnInternalErrorWrittenAsAString() throws Exception {
        HttpResponse<String> response = caller.send(caller.request("/syncs/42/runs")
                .header("Content-Type", "application/json")
                .build());

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("\"Internal Server Error\"");
    }

    @Test
    void getWithABodyIsAnInternalErrorToo() throws Exception {
        HttpResponse<String> response = caller.send(caller.request("/syncs/42/runs")
                .method("GET", BodyPublishers.ofString("{}"))
                .build());

        assertThat(response.statusCode()).isEqualTo(500);
    }

    @Test
    void slugIsResolvedToItsSync() throws Exception {
        assertThat(caller.json("/syncs?slug=orders-to-salesforce")
                        .at("/data/0/id")
                        .asText())
                .isEqualTo("1234567");
        assertThat(caller.json("/syncs?slug=never-ends").at("/data/0/id").asText())
                .isEqualTo("9000006");
        assertThat(caller.json("/syncs?slug=sync-42").at("/data/0/id").asText()).isEqualTo("42");
        assertThat(caller.json("/syncs/9000006").get("slug").asText()).isEqualTo("never-ends");
        assertThat(caller.json("/syncs?slug=nobody-knows").get("data")).isEmpty();
    }

    @Test
    void syncIsTriggeredByIdOrSlugInTheBody() throws Exception {
        assertThat(caller.post("/syncs/trigger", "{\"syncId\":\"42\"}").statusCode())
                .isEqualTo(200);
        assertThat(caller.post("/syncs/trigger", "{\"syncSlug\":\"sync-42\"}").statusCode())
                .isEqualTo(200);

        assertThat(hightouch.runIds("42")).hasSize(2);
    }

    @Test
    void unknownSlugInTheBodyIsA200WithoutId() throws Exception {
        HttpResponse<String> response = caller.post("/syncs/trigger", "{\"syncSlug\":\"nobody-knows\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Caller.json(response).has("id")).isFalse();
        assertThat(Caller.json(response).get("details").isObject()).isTrue();
    }

    @Test
    void whatCannotBeReadIsInvalid() throws Exception {
        assertThat(caller.post("/syncs/42/trigger", "[]").statusCode()).isEqualTo(422);
        assertThat(caller.post("/syncs/orders/trigger", "{}").statusCode()).isEqualTo(422);
        assertThat(caller.get("/syncs/42/runs?limit=many").statusCode()).isEqualTo(422);
        assertThat(caller.get("/syncs/42/runs?after=yesterday").statusCode()).isEqualTo(422);
        assertThat(caller.get("/syncs/42/runs?orderBy=mood").statusCode()).isEqualTo(422);
        assertThat(caller.get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void syncTellsTheStatusOfItsLatestRun() throws Exception {
        assertThat(caller.json("/syncs/42").get("status").asText()).isEqualTo("pending");
        caller.post("/syncs/42/trigger");
        clock.advanceTo(4);
        assertThat(caller.json("/syncs/42").get("status").asText()).isEqualTo("querying");
        clock.advanceTo(24);
        assertThat(caller.json("/syncs/42").get("status").asText()).isEqualTo("success");
        assertThat(caller.json("/syncs/1234569").get("status").asText()).isEqualTo("disabled");
    }

    @Test
    void syncsAreJoinedToModelsAndDestinationsById() throws Exception {
        JsonNode sync = caller.json("/syncs").at("/data/0");

        assertThat(caller.json("/models").get("data"))
                .anyMatch(model -> model.get("id").equals(sync.get("modelId")));
        assertThat(caller.json("/destinations").get("data"))
                .anyMatch(destination -> destination.get("id").equals(sync.get("destinationId")));
        assertThat(caller.json("/models").has("hasMore")).isFalse();
    }

    @Test
    void listOfSyncsIsPaged() throws Exception {
        for (int i = 0; i < 150; i++) {
            hightouch.addSync(Sync.plain("5000" + i, "many-" + i));
        }

        assertThat(caller.json("/syncs").get("data")).hasSize(100);
        assertThat(caller.json("/syncs?offset=100").get("hasMore").asBoolean()).isFalse();
    }

    @Test
    void everyRequestIsRememberedWithItsCredentialAndAnswer() throws Exception {
        caller.withToken("secret-7").post("/syncs/4%202/trigger?a=b", "{\"fullResync\":true}");

        var seen = hightouch.requests().getLast();
        assertThat(seen.at()).isEqualTo(SettableClock.START);
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.path()).isEqualTo("/syncs/4%202/trigger");
        assertThat(seen.query()).isEqualTo("a=b");
        assertThat(seen.authorization()).isEqualTo("Bearer secret-7");
        assertThat(seen.body()).isEqualTo("{\"fullResync\":true}");
        assertThat(seen.status()).isEqualTo(422);
        assertThat(hightouch.requests("POST", "/syncs/*/trigger")).containsExactly(seen);
    }
}
