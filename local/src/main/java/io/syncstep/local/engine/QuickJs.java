package io.syncstep.local.engine;

import io.roastedroot.quickjs4j.core.Builtins;
import io.roastedroot.quickjs4j.core.Engine;
import io.roastedroot.quickjs4j.core.Runner;
import java.util.ArrayList;
import java.util.List;

/** QuickJS, compiled to WebAssembly and that to Java classes: needs nothing native. */
final class QuickJs implements JavaScript {

    /** Compiled once; the message itself is fetched, since compiling it as a script would cost more than running it. */
    private static final String STEP = "syncstep.receive(host.receive());";

    private final Runner runner;
    private final byte[] step;
    private String incoming = "";
    private List<String> outgoing = new ArrayList<>();

    QuickJs(String program) {
        var host = Builtins.builder("host")
                .addVoidToString("receive", () -> incoming)
                .addStringToVoid("send", message -> outgoing.add(message))
                .build();
        runner = Runner.builder()
                .withEngine(Engine.builder().addBuiltins(host).build())
                .build();
        runner.compileAndExec(program);
        step = runner.compile(STEP);
    }

    @Override
    public List<String> deliver(String message) {
        incoming = message;
        outgoing = new ArrayList<>();
        runner.exec(step);
        return outgoing;
    }

    @Override
    public void close() {
        runner.close();
    }
}
