package io.syncstep.local.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where the program starts. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // AWS's runtime classes log to standard output; that belongs to the program's own output alone.
        System.setOut(new PrintStream(PrintStream.nullOutputStream()));
        var world = new World(System.in, out, err, Map.copyOf(System.getenv()), Terminal.detect(System.getenv()));
        System.exit(Syncstep.run(world, args));
    }
}
