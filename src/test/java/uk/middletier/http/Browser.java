package uk.middletier.http;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The machine's Chromium for all tests of a run: a parameter of this type. Without one, tests say that they are skipped. */
final class Browser implements AutoCloseable {
    private static final Namespace SPACE = Namespace.create(Browser.class);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Skips classes where there is no browser; resolves parameters of type {@link Browser}. */
    static final class Extension implements BeforeAllCallback, ParameterResolver {
        @Override
        public void beforeAll(ExtensionContext context) {
            Start start = start(context);
            assumeTrue(start.browser() != null, start.trouble());
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return start(context).browser();
        }

        private static Start start(ExtensionContext context) {
            return context.getRoot().getStore(SPACE).getOrComputeIfAbsent("start", key -> Start.tried(), Start.class);
        }
    }

    /**
     * What came of starting it, once for the run.
     *
     * @param browser null if there is none
     * @param trouble why there is none
     */
    private record Start(@Nullable Browser browser, String trouble) implements AutoCloseable {
        static Start tried() {
            Optional<Path> chromium = installed();
            if (chromium.isEmpty()) {
                return new Start(null, "there is no Chromium on the PATH: what the explorer looks like is not tested");
            }
            Playwright playwright = null;
            try {
                playwright =
                        Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                return new Start(new Browser(playwright, playwright.chromium().launch(options(chromium.get()))), "");
            } catch (RuntimeException e) {
                if (playwright != null) {
                    playwright.close();
                }
                return new Start(null, "the browser does not start, the explorer is not tested: " + e.getMessage());
            }
        }

        @Override
        public void close() {
            if (browser != null) {
                browser.close();
            }
        }
    }

    private static Optional<Path> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static LaunchOptions options(Path chromium) {
        return new LaunchOptions()
                .setExecutablePath(chromium)
                .setHeadless(true)
                .setChromiumSandbox(false)
                .setArgs(List.of(
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
    }

    /** Opens an address as somebody who was never here before, on a screen of 1280 by 800. */
    Visit open(String address) {
        return open(
                address,
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(1280, 800)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London"));
    }

    /** The same on another screen or with other wishes. */
    Visit open(String address, com.microsoft.playwright.Browser.NewContextOptions options) {
        return new Visit(chromium.newContext(options), address);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
