package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.syncstep.local.engine.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The least of Step Functions over HTTP: starts an execution under each name once. It has ended by the first look. */
final class StepFunctionsOverHttp implements AutoCloseable {

    static final String MACHINE = "arn:aws:states:eu-central-1:123456789012:stateMachine:sync";
    private static final String EXECUTION = MACHINE.replace("stateMachine", "execution");

    private final HttpServer server;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<JsonNode> starts = new ArrayList<>();
    private int answersToLose;
    private String ends = """
            {"type":"ExecutionSucceeded","id":2,"timestamp":1,"executionSucceededEventDetails":{"output":"{\\"status\\":\\"succeeded\\"}"}}""";

    StepFunctionsOverHttp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Starts, and drops the connection. */
    StepFunctionsOverHttp loseAnswers(int count) {
        answersToLose = count;
        return this;
    }

    /** The event with which executions end. */
    StepFunctionsOverHttp ending(String event) {
        ends = event;
        return this;
    }

    /** What was asked to be started, repeats included. */
    List<JsonNode> starts() {
        return starts;
    }

    Set<String> executions() {
        return names;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        var asked = Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (target.endsWith("StartExecution")) {
            start(exchange, asked);
        } else {
            reply(
                    exchange,
                    200,
                    "{\"events\":[" + ends + ",{\"type\":\"ExecutionStarted\",\"id\":1,\"timestamp\":0}]}");
        }
    }

    private void start(HttpExchange exchange, JsonNode asked) throws IOException {
        starts.add(asked);
        var name = asked.path("name").asText();
        if (!asked.path("stateMachineArn").asText().equals(MACHINE)) {
            reply(exchange, 400, "{\"__type\":\"StateMachineDoesNotExist\",\"message\":\"no\"}");
        } else if (!names.add(name)) {
            reply(exchange, 400, "{\"__type\":\"ExecutionAlreadyExists\",\"message\":\"no\"}");
        } else if (answersToLose-- > 0) {
            exchange.close();
        } else {
            reply(exchange, 200, "{\"executionArn\":\"%s:%s\",\"startDate\":0}".formatted(EXECUTION, name));
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
