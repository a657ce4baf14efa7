package io.syncstep.local.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;

/** What becomes of an answer on its way. */
public sealed interface Damage {

    /** The connection is closed without a byte of an answer. */
    record Drop() implements Damage {}

    /** Another answer: an error, a redirect, HTML, a 429 with {@code Retry-After}. */
    record Instead(Reply reply) implements Damage {}

    /** {@code Content-Length} announces the whole body, then half of it comes and the connection closes. */
    record Truncate() implements Damage {}

    /** The status stays, the body is no JSON. */
    record Garble() implements Damage {}

    /** The body is valid and true, behind this many blanks: whoever reads without a limit is caught. */
    record Inflate(int bytes) implements Damage {}

    /** The body comes byte by byte, with this much real time before each, until it is whole or the server closes. */
    record Drip(Duration beforeEachByte) implements Damage {}

    /** No answer for this much real time (or until the server closes), then the connection is closed. */
    record Hang(Duration atMost) implements Damage {}

    /** The body is right, its {@code Content-Type} is not. */
    record Mislabel(String contentType) implements Damage {}

    /** The body is {@code null}, which is JSON. */
    record JsonNull() implements Damage {}

    /** Every {@code id} and {@code job_name} is missing from the body. */
    record WithoutIds() implements Damage {}

    static Damage status(int status) {
        return new Instead(Reply.empty(status));
    }

    static Damage redirect(URI to) {
        return new Instead(Reply.redirect(to));
    }

    default Delivery inflict(Reply answer) {
        return switch (this) {
            case Drop() -> new Delivery.Nothing();
            case Instead(Reply other) -> new Delivery.Whole(other);
            case Truncate() -> new Delivery.Half(answer);
            case Garble() -> new Delivery.Whole(answer.withBody("\u0007{\"id\": <not json"));
            case Inflate(int bytes) -> new Delivery.Whole(answer.withBody(" ".repeat(bytes) + answer.body()));
            case Drip(Duration beforeEach) -> new Delivery.Dripping(answer, beforeEach);
            case Hang(Duration atMost) -> new Delivery.Hanging(atMost);
            case Mislabel(String type) -> new Delivery.Whole(answer.with("Content-Type", type));
            case JsonNull() -> new Delivery.Whole(answer.withBody("null"));
            case WithoutIds() -> new Delivery.Whole(answer.withBody(withoutIds(answer.body())));
        };
    }

    private static String withoutIds(String body) {
        JsonNode json = Json.read(body);
        json.findParents("id").forEach(parent -> ((ObjectNode) parent).remove("id"));
        json.findParents("job_name").forEach(parent -> ((ObjectNode) parent).remove("job_name"));
        return json.isMissingNode() ? body : Json.write(json);
    }
}
