package uk.middletier.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import uk.middletier.dataset.DatasetException;
import uk.middletier.dataset.Source;
import uk.middletier.dataset.SourceKind;
import uk.middletier.dataset.Sources;
import uk.middletier.release.Disk;

/**
 * Fetches the register's files by their dated names into a folder: all of one day, the latest on which all of them were
 * published; else those of the latest day on which the register itself was. A file gets its name when it is whole and is
 * what its name says, and none does before all have come.
 */
public final class Download {
    /** How many days before the one asked for are tried. */
    public static final int DAYS_BACK = 7;

    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final Path folder;
    private final Fetch fetch;
    private final Consumer<String> progress;

    /**
     * @param folder made if it is not there
     * @param userAgent what the program calls itself
     */
    public Download(Path folder, String userAgent, Patience patience, Consumer<String> progress) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.folder = folder.toAbsolutePath().normalize();
        this.progress = progress;
        this.fetch = new Fetch(client, userAgent, patience, progress);
    }

    /**
     * Fetches from the first of the addresses that has the files.
     *
     * @param bases addresses before the names of the files
     * @param day the latest day
     * @param daysBack how many days before it will do too
     * @return what is there now, the register first
     * @throws DownloadException none of them has the register, or it did not come whole; no file was changed
     */
    public List<Downloaded> run(List<URI> bases, LocalDate day, int daysBack) {
        List<String> failures = new ArrayList<>();
        for (URI base : bases) {
            try {
                return new Run(base, day, daysBack).run();
            } catch (DownloadException e) {
                failures.add(String.valueOf(e.getMessage()));
                if (bases.size() > 1) {
                    progress.accept(String.valueOf(e.getMessage()));
                }
            } catch (IOException e) {
                throw new DownloadException(
                        "Cannot write into " + folder + ": " + Disk.reason(e)
                                + ". Make room or make it writable, or choose another folder with --to.",
                        e);
            }
        }
        throw new DownloadException(String.join(" ", failures));
    }

    /** A file that has come, or is there already, before it gets its name. */
    private record Staged(
            Path target, LocalDate day, URI from, Part part, Source source, Outcome.Fetched as, boolean unchanged) {}

    /** One attempt with one address. */
    private final class Run {
        private final URI base;
        private final LocalDate latest;
        private final int daysBack;
        private final Ledger ledger;
        private final Map<String, Staged> staged = new LinkedHashMap<>();
        private final Map<String, String> missing = new LinkedHashMap<>();

        Run(URI base, LocalDate latest, int daysBack) throws IOException {
            Files.createDirectories(folder);
            this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
            this.latest = latest;
            this.daysBack = daysBack;
            this.ledger = Ledger.read(folder);
        }

        List<Downloaded> run() throws IOException {
            List<Staged> chosen = findWhole().or(this::findRegister).orElseThrow(this::nothing);
            List<Downloaded> all = new ArrayList<>();
            chosen.sort(Comparator.comparing(each -> each.source().kind()));
            for (Staged each : chosen) {
                all.add(finish(each));
            }
            for (Staged each : staged.values()) {
                if (!chosen.contains(each)) {
                    each.part().delete();
                }
            }
            ledger.write();
            if (!ledger.isOwn()) {
                progress.accept("the datapackage.json in " + folder + " describes something else and stays as it is");
            }
            return all;
        }

        /** All kinds of one day. What was missing is asked for first the day before: one request a day will do. */
        private Optional<List<Staged>> findWhole() {
            List<SourceKind> kinds = new ArrayList<>(Sources.published().keySet());
            // The register is by far the largest: last, so that it is not fetched in vain.
            kinds.sort(Comparator.comparing((SourceKind kind) -> kind == SourceKind.REGISTER));
            for (int back = 0; back <= daysBack; back++) {
                LocalDate day = latest.minusDays(back);
                Optional<SourceKind> lacking =
                        kinds.stream().filter(kind -> !stage(kind, day)).findFirst();
                if (lacking.isEmpty()) {
                    return Optional.of(ofDay(day));
                }
                kinds.remove(lacking.get());
                kinds.add(0, lacking.get());
            }
            return Optional.empty();
        }

        /** The latest register, with what else there is of its day. */
        private Optional<List<Staged>> findRegister() {
            for (int back = 0; back <= daysBack; back++) {
                LocalDate day = latest.minusDays(back);
                if (stage(SourceKind.REGISTER, day)) {
                    for (SourceKind kind : Sources.published().keySet()) {
                        if (!stage(kind, day)) {
                            progress.accept("left out: " + name(kind, day) + " " + missing.get(name(kind, day)));
                        }
                    }
                    return Optional.of(ofDay(day));
                }
            }
            return Optional.empty();
        }

        private List<Staged> ofDay(LocalDate day) {
            return new ArrayList<>(staged.values().stream()
                    .filter(each -> each.day().equals(day))
                    .toList());
        }

        private DownloadException nothing() {
            String first = name(SourceKind.REGISTER, latest);
            return new DownloadException("There is no register at " + base + ": "
                    + (daysBack == 0
                            ? first + " " + missing.get(first)
                            : "tried " + (daysBack + 1) + " days, from " + latest + " back to "
                                    + latest.minusDays(daysBack) + "; " + first + " " + missing.get(first))
                    + ". Give another day with --date, another address with --from, or take the files from a browser: "
                    + Sources.DOWNLOADS + ".");
        }

        /** Whether the file is there now, in its part file or whole from before. */
        private boolean stage(SourceKind kind, LocalDate day) {
            String name = name(kind, day);
            if (staged.containsKey(name)) {
                return true;
            }
            if (missing.containsKey(name)) {
                return false;
            }
            try {
                return fetch(kind, day, name);
            } catch (IOException e) {
                throw new DownloadException("Cannot write " + folder.resolve(name) + ": " + Disk.reason(e) + ".", e);
            }
        }

        private boolean fetch(SourceKind kind, LocalDate day, String name) throws IOException {
            Path target = folder.resolve(name);
            Part part = new Part(target);
            URI uri = base.resolve(name);
            Optional<Source> old = Files.isRegularFile(target) ? checked(target, kind, day, name) : Optional.empty();
            Optional<Outcome.Fetched> known = old.flatMap(source -> ledger.find(name)
                    .filter(entry -> entry.sha256().equals(source.sha256()))
                    .map(Ledger.Entry::asFetched));
            missing.remove(name);
            progress.accept("asking for " + name);
            Outcome outcome = fetch.get(uri, part, known.orElse(null));
            if (outcome instanceof Outcome.Missing gone) {
                missing.put(name, gone.why());
                return false;
            }
            if (outcome instanceof Outcome.Fetched as) {
                Optional<Source> come = checked(part.file(), kind, day, name);
                if (come.isEmpty()) {
                    part.delete();
                    return false;
                }
                boolean same =
                        old.isPresent() && old.get().sha256().equals(come.get().sha256());
                staged.put(name, new Staged(target, day, uri, part, come.get(), as, same));
            } else {
                staged.put(name, new Staged(target, day, uri, part, old.orElseThrow(), known.orElseThrow(), true));
            }
            return true;
        }

        /** The file as a source, if it is one of the kind that its name says; else why not is among what is missing. */
        private Optional<Source> checked(Path file, SourceKind kind, LocalDate day, String name) {
            try {
                Source source = Sources.recognise(List.of(file), day).sources().get(0);
                if (source.kind() == kind) {
                    return Optional.of(source);
                }
                missing.put(name, "is another file (" + source.kind() + ")");
            } catch (DatasetException e) {
                String why = String.valueOf(e.getMessage());
                int known = why.indexOf(". Known are");
                missing.put(
                        name,
                        "is not what its name says: "
                                + (known < 0 ? why : why.substring(0, known)).replace(file + " ", "it "));
            }
            return Optional.empty();
        }

        private Downloaded finish(Staged each) throws IOException {
            if (each.unchanged()) {
                each.part().delete();
            } else {
                each.part().finish(each.target());
            }
            Downloaded done = new Downloaded(
                    each.target(),
                    each.day(),
                    Files.size(each.target()),
                    each.source().sha256(),
                    each.from(),
                    each.unchanged());
            ledger.add(done, each.source().charset().name().toLowerCase(java.util.Locale.ROOT), each.as());
            return done;
        }
    }

    private static String name(SourceKind kind, LocalDate day) {
        return Sources.published().get(kind) + day.format(DateTimeFormatter.BASIC_ISO_DATE) + ".csv";
    }
}
