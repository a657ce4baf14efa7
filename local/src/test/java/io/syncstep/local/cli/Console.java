package io.syncstep.local.cli;

import io.syncstep.local.engine.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Somebody at the keyboard, in a test. */
final class Console {

    /** What a call came to. */
    record Result(int exitCode, String out, String err) {

        com.fasterxml.jackson.databind.JsonNode json() {
            return Json.read(out);
        }
    }

    private final Map<String, String> environment = new HashMap<>();
    private byte[] typed = {};
    private Terminal terminal = Terminal.PLAIN;

    Console type(String text) {
        return type(text.getBytes(StandardCharsets.UTF_8));
    }

    Console type(byte[] bytes) {
        typed = bytes.clone();
        return this;
    }

    Console set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Console in(Terminal other) {
        terminal = other;
        return this;
    }

    Result call(String... args) {
        return result(world -> Syncstep.run(world, args));
    }

    /** Calls {@code start} without ever pausing. */
    Result start(AwsCredentialsProvider credentials, String arn, String url, String... options) {
        var args = Stream.concat(
                Stream.of("start", "-", "--state-machine", arn, "--endpoint-url", url), Stream.of(options));
        return result(world ->
                Syncstep.run(world, new StartCommand(world, credentials, length -> {}), args.toArray(String[]::new)));
    }

    private Result result(ToIntFunction<World> program) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var exitCode = program.applyAsInt(
                new World(new ByteArrayInputStream(typed), stream(out), stream(err), environment, terminal));
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
