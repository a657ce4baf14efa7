package io.syncstep.local.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's commands. Exit codes: 0 succeeded, 1 failed or timed out, 2 bad usage or unreadable input. */
@Command(
        name = "syncstep",
        description = "Runs data syncs as AWS Step Functions would.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Syncstep implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    private Syncstep() {}

    /** Runs a command line, and answers with its exit code. */
    static int run(World world, String... args) {
        return run(world, new StartCommand(world), args);
    }

    /** The same, with a command of its own for what is started in AWS. */
    static int run(World world, StartCommand start, String... args) {
        var commands = new CommandLine(new Syncstep())
                .addSubcommand(new RunCommand(world))
                .addSubcommand(new CheckCommand(world))
                .addSubcommand(start)
                .addSubcommand(new OverviewCommand(world))
                .addSubcommand(new ServeCommand(world))
                .addSubcommand(new SimulateCommand(world));
        return commands.setOut(new PrintWriter(world.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(world.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(world.terminal().colour() ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, world))
                .execute(args);
    }

    private static int explain(Exception failure, World world) throws Exception {
        if (failure instanceof Unusable) {
            world.err().println("syncstep: " + failure.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        throw failure;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
