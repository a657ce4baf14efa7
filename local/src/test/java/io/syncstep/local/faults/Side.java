package io.syncstep.local.faults;

import io.syncstep.local.endtoend.Stage;
import io.syncstep.local.simulator.wire.Faults;
import io.syncstep.local.simulator.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A provider, and the one task of it that the tests run. */
enum Side {
    HIGHTOUCH,
    STITCH,
    DBT;

    static final long TASK = 77;

    String title() {
        return switch (this) {
            case HIGHTOUCH -> "Hightouch";
            case STITCH -> "Stitch";
            case DBT -> "dbt Cloud";
        };
    }

    /** @param fields further ones, each with a comma before it */
    String request(String fields) {
        return switch (this) {
            case HIGHTOUCH -> "{\"provider\":\"hightouch\",\"syncId\":" + TASK + fields + "}";
            case STITCH -> "{\"provider\":\"stitch\",\"sourceId\":" + TASK + fields + "}";
            case DBT -> "{\"provider\":\"dbt\",\"jobId\":" + TASK + fields + "}";
        };
    }

    String token() {
        return switch (this) {
            case HIGHTOUCH -> Stage.API_KEY;
            case STITCH -> Stage.ACCESS_TOKEN;
            case DBT -> Stage.SERVICE_TOKEN;
        };
    }

    Faults faults(Stage stage) {
        return switch (this) {
            case HIGHTOUCH -> stage.hightouch().faults();
            case STITCH -> stage.stitch().faults();
            case DBT -> stage.dbt().faults();
        };
    }

    /** The runs that the execution's start calls started. */
    List<String> started(Stage stage) {
        return switch (this) {
            case HIGHTOUCH -> stage.hightouch().startedRunIds(Long.toString(TASK));
            case STITCH -> stage.stitch().startedJobNames(TASK);
            case DBT -> stage.dbt().startedRunIds(TASK);
        };
    }

    /** A 200 that carries the provider's own error object. */
    Reply errorObject() {
        return switch (this) {
            case HIGHTOUCH ->
                Reply.json(200, Map.of("message", "Validation failed", "details", Map.of("syncId", "disabled")));
            case STITCH -> Reply.json(200, Map.of("error", Map.of("type", "paused", "message", "It is paused")));
            case DBT ->
                Reply.json(200, Map.of("status", Map.of("code", 400, "is_success", false, "user_message", "Paused")));
        };
    }

    /** Whether a run can be seen before it has ended. */
    boolean listsRunsInProgress() {
        return switch (this) {
            case HIGHTOUCH, DBT -> true;
            case STITCH -> false;
        };
    }

    boolean canStop() {
        return switch (this) {
            case HIGHTOUCH -> false;
            case STITCH, DBT -> true;
        };
    }

    /** The HTTP method of the call that matters in a function that is called for this. */
    String method(Purpose purpose) {
        return switch (purpose) {
            case START -> "POST";
            case STOP -> this == DBT ? "POST" : "DELETE";
            case LOOK_UP, FIND, CHECK, LAST_LOOK -> "GET";
        };
    }

    /** Another provider's address: a host to which this one's token must not go. */
    URI elsewhere(Stage stage) {
        return switch (this) {
            case HIGHTOUCH -> stage.stitch().uri();
            case STITCH, DBT -> stage.hightouch().uri();
        };
    }

    int requestsElsewhere(Stage stage) {
        return Arrays.stream(values())
                .filter(other -> other != this)
                .mapToInt(other -> other.requests(stage))
                .sum();
    }

    private int requests(Stage stage) {
        return switch (this) {
            case HIGHTOUCH -> stage.hightouch().requests().size();
            case STITCH -> stage.stitch().requests().size();
            case DBT -> stage.dbt().requests().size();
        };
    }

    /** From now on nobody listens at the provider's address. */
    void hide(Stage stage) {
        String closed = "http://127.0.0.1:" + closedPort();
        store(stage, credential(stage).replaceAll("http://[^\"]*", closed));
    }

    void show(Stage stage) {
        store(stage, credential(stage));
    }

    private void store(Stage stage, String credential) {
        stage.storeAndExpire(name().toLowerCase(Locale.ROOT) + "/default", credential);
    }

    private String credential(Stage stage) {
        return switch (this) {
            case HIGHTOUCH -> stage.hightouchCredential(Stage.API_KEY);
            case STITCH -> stage.stitchCredential(Stage.ACCESS_TOKEN);
            case DBT -> stage.dbtCredential(Stage.SERVICE_TOKEN);
        };
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
