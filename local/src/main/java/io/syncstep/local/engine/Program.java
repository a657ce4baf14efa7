package io.syncstep.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The JavaScript that is loaded: npm packages, unmodified, and around them what they need and how Java talks to them. */
final class Program {

    private static final Map<String, String> PACKAGES = Map.of(
            "aws-local-stepfunctions", "packages/aws-local-stepfunctions/build/main.node.cjs",
            "jsonpath-plus", "packages/jsonpath-plus/dist/index-browser-umd.cjs",
            "p-limit", "packages/p-limit/index.js",
            "yocto-queue", "packages/yocto-queue/index.js");

    private Program() {}

    static String text() {
        return String.join("\n", read("webapis.js"), packages(), read("modules.js"), read("machine.js"));
    }

    private static String packages() {
        return PACKAGES.entrySet().stream()
                .map(entry -> "'%s': function (exports, require, module) {\n%s\n}"
                        .formatted(entry.getKey(), read(entry.getValue())))
                .collect(Collectors.joining(",\n", "globalThis.packages = {\n", "\n};"));
    }

    private static String read(String name) {
        try (var stream = Program.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing: build local/ with Maven, which runs `npm ci`");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
