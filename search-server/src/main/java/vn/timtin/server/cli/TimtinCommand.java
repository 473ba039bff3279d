package vn.timtin.server.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import vn.timtin.article.InvalidArticleException;
import vn.timtin.index.IndexException;
import vn.timtin.index.TooFewArticlesException;
import vn.timtin.ingest.InputException;
import vn.timtin.search.RequestException;
import vn.timtin.search.UnknownArticleException;
import vn.timtin.server.params.Parameters;

/** The command line: which commands there are, and how failures end. */
@Command(
    name = "timtin",
    description = "Full-text search for Vietnamese news.",
    mixinStandardHelpOptions = true,
    versionProvider = TimtinCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ReindexCommand.class,
      IndexCommand.class,
      ServeCommand.class,
      DemoCommand.class,
      SearchCommand.class,
      RelatedCommand.class,
      SuggestCommand.class,
      AnalyzeCommand.class,
      CorrectCommand.class,
      SegmentCommand.class,
      ExtractCommand.class,
      EvaluateCommand.class,
      BenchmarkCommand.class,
      StatsCommand.class,
      CheckCommand.class,
      RestoreCommand.class,
      ExportCommand.class
    })
public final class TimtinCommand {
  /** All done. */
  static final int DONE = 0;

  /** Done, but something of the input was rejected; or what was asked for is not there. */
  static final int INCOMPLETE = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** The work failed, and nothing was changed. */
  static final int FAILED = 3;

  /** Would warn at each start that a module which warns itself is not loaded. */
  private static final Logger LUCENE_VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  TimtinCommand() {}

  /** Runs one command and yields its exit status. */
  public static int run(String... arguments) {
    // Vietnamese text is UTF-8 whatever the locale says.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    LUCENE_VECTORS.setLevel(Level.SEVERE);
    try {
      return commandLine().execute(arguments);
    } catch (OutOfMemoryError e) {
      System.err.println(
          "timtin: not enough memory: give Java more, such as JAVA_TOOL_OPTIONS=-Xmx2g");
      return FAILED;
    } catch (Error e) {
      System.err.println("timtin: " + describe(e));
      return FAILED;
    }
  }

  static CommandLine commandLine() {
    var timtin = new CommandLine(new TimtinCommand());
    SearchCommand.addOptions(timtin.getSubcommands().get("search").getCommandSpec());
    RelatedCommand.addOptions(timtin.getSubcommands().get("related").getCommandSpec());
    SuggestCommand.addOptions(timtin.getSubcommands().get("suggest").getCommandSpec());
    return timtin
        .setOut(new PrintWriter(System.out, true))
        .setErr(new PrintWriter(System.err, true))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(TimtinCommand::explainUsage)
        .setExecutionExceptionHandler(TimtinCommand::explainFailure);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static int explainUsage(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("timtin: " + e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("Try: timtin " + nameOf(e.getCommandLine()) + "--help");
    }
    return USAGE;
  }

  private static String nameOf(CommandLine command) {
    return command.getParent() == null ? "" : command.getCommandName() + " ";
  }

  private static int explainFailure(
      Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    if (e instanceof vn.timtin.server.params.ParameterException wrong) {
      command
          .getErr()
          .println(
              "timtin: " + RequestOptions.option(wrong.parameter()) + ": " + wrong.getMessage());
      return USAGE;
    }
    if (e instanceof RequestException wrong && !(e instanceof UnknownArticleException)) {
      command
          .getErr()
          .println(
              "timtin: " + RequestOptions.option(Parameters.nameOf(wrong)) + ": " + e.getMessage());
      return USAGE;
    }
    boolean expected =
        e instanceof InputException
            || e instanceof UnknownArticleException
            || e instanceof InvalidArticleException
            || e instanceof IndexException
            || e instanceof IOException
            || e instanceof UncheckedIOException;
    command.getErr().println("timtin: " + (expected ? e.getMessage() : describe(e)));
    if (e instanceof TooFewArticlesException few) {
      command.getErr().println("Try: --min-articles " + few.articles() + ", if it is meant");
    }
    return switch (e) {
      case InputException missing -> USAGE;
      case UnknownArticleException unknown -> INCOMPLETE;
      case InvalidArticleException invalid -> INCOMPLETE;
      default -> FAILED;
    };
  }

  /** A fault of the program in one line, with the place that whoever reports it needs to name. */
  static String describe(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return "a fault of timtin, please report it: "
        + fault.toString().lines().findFirst().orElse("")
        + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = TimtinCommand.class.getPackage().getImplementationVersion();
      return new String[] {"timtin " + (version == null ? "(not packaged)" : version)};
    }
  }
}
