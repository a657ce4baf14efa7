package io.syncstep.local.engine;

import io.roastedroot.quickjs4j.core.Builtins;
import io.roastedroot.quickjs4j.core.Engine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** QuickJS, compiled to WebAssembly and that to Java classes: needs nothing native. */
final class QuickJs implements JavaScript {

    /** Compiled once; the message itself is fetched, since compiling it as a script would cost more than running it. */
    private static final String STEP = "syncstep.receive(host.receive());";

    private final Engine engine;
    private final int step;
    private String incoming = "";
    private List<String> outgoing = new ArrayList<>();

    QuickJs(String program) {
        var host = Builtins.builder("host")
                .addVoidToString("receive", () -> incoming)
                .addStringToVoid("send", message -> outgoing.add(message))
                .build();
        engine = Engine.builder().addBuiltins(host).build();
        execute(engine.compile(program));
        // Raw: without the preamble that defines `host`, which would be repeated at every step.
        step = engine.compileRaw(STEP.getBytes(StandardCharsets.UTF_8));
    }

    private void execute(int compiled) {
        engine.exec(compiled);
        engine.free(compiled);
    }

    @Override
    public List<String> deliver(String message) {
        incoming = message;
        outgoing = new ArrayList<>();
        engine.exec(step);
        return outgoing;
    }

    @Override
    public void close() {
        engine.close();
    }
}
