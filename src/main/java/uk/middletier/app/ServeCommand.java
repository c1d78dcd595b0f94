package uk.middletier.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.middletier.config.Settings;

/** Serves the current release until it is told to stop. */
@Command(
        name = "serve",
        description = "Serves the current release over HTTP and follows to newer ones as they are imported.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  middletier serve --data /srv/middletier --log-format json",
            "  middletier serve --host 0.0.0.0 --port 80 --grace 25"
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = SettingsOptions.read(spec);
        try (Service service = Service.start(settings)) {
            StopSignals signals = StopSignals.listen();
            service.addresses().forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
            service.serveUntilToldToStop(signals);
        }
        return 0;
    }
}
