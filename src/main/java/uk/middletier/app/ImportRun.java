package uk.middletier.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.middletier.archive.Archive;
import uk.middletier.archive.ArchiveException;
import uk.middletier.build.GraphBuild;
import uk.middletier.build.GraphRows;
import uk.middletier.dataset.DatasetException;
import uk.middletier.dataset.Recognised;
import uk.middletier.dataset.Source;
import uk.middletier.dataset.Sources;
import uk.middletier.graph.StoreOptions;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.IssueLog;
import uk.middletier.release.Manifest;
import uk.middletier.release.Manifest.Counts;
import uk.middletier.release.Manifest.IssueCount;
import uk.middletier.release.Manifest.SourceFile;
import uk.middletier.release.NewRelease;
import uk.middletier.release.Release;
import uk.middletier.release.ReleaseException;
import uk.middletier.release.Releases;
import uk.middletier.release.SoftwareVersion;

/** From files to a published release: recognise, build, write, check, publish. What is served is touched last. */
final class ImportRun {
    /** Where the issues of a refused import are left for whoever mends the sources. */
    static final String REFUSED_ISSUES = "refused-import-issues.csv";

    private static final int KEPT_PER_CODE = 100;

    private final Releases releases;
    private final StoreOptions options;
    private final Consumer<String> progress;
    private final InstantSource clock;

    ImportRun(Releases releases, StoreOptions options, Consumer<String> progress) {
        this(releases, options, progress, InstantSource.system());
    }

    /** @param clock what the release takes its date of building from */
    ImportRun(Releases releases, StoreOptions options, Consumer<String> progress, InstantSource clock) {
        this.releases = releases;
        this.options = options;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Runs the import into the data folder.
     *
     * @param allowErrors whether to publish although sources are broken, without the rows and values concerned
     * @throws ImportRefused the sources are broken and {@code allowErrors} is false
     */
    Release run(List<Path> paths, @Nullable LocalDate extractDate, boolean allowErrors) {
        try (ImportTarget<Release> folder = new FolderTarget(options)) {
            return run(paths, extractDate, allowErrors, folder);
        }
    }

    /** The same into another place; the data folder takes the reports. */
    <T> T run(List<Path> paths, @Nullable LocalDate extractDate, boolean allowErrors, ImportTarget<T> target) {
        progress.accept("looking at the files");
        Optional<Archive> archive = Archive.find(paths);
        if (archive.isPresent()) {
            return restore(archive.get(), target);
        }
        Recognised recognised = Sources.recognise(paths, extractDate);
        recognised.ignored().forEach(file -> progress.accept("ignored: " + file));
        try (NewRelease release = releases.begin()) {
            target.begin(progress);
            Path folder = Objects.requireNonNull(release.issuesCsv().getParent());
            GraphRows rows;
            Map<IssueCode, Long> issues;
            try (IssueLog log = new IssueLog(folder, KEPT_PER_CODE)) {
                try {
                    rows = GraphBuild.build(recognised.sources(), log, progress);
                } catch (DatasetException e) {
                    // What was found until then may be the cause, and would be found again next time.
                    throw log.hasErrors() ? refusal(log, release, e.getMessage(), allowErrors) : e;
                }
                issues = log.summary();
                if (log.hasErrors() && !allowErrors) {
                    throw refusal(log, release, null, false);
                }
            } catch (UncheckedIOException e) {
                throw Releases.cannotWrite(release.issuesCsv(), Objects.requireNonNull(e.getCause()));
            }
            ImportTarget.Written written = target.write(rows.nodes(), rows.relationships(), release, progress);
            progress.accept("publishing");
            Instant built = clock.instant();
            T published = target.publish(
                    release,
                    new Manifest(
                            Manifest.FORMAT_VERSION,
                            release.idFor(built, written.checksum()),
                            built,
                            SoftwareVersion.CURRENT,
                            rows.extractDate(),
                            rows.firstDate(),
                            sources(rows.rows()),
                            new Counts(
                                    written.counts().nodesByLabel(),
                                    written.counts().relationshipsByType()),
                            issues.entrySet().stream().map(ImportRun::count).toList(),
                            written.checksum(),
                            written.storeBytes()));
            forgetRefusal();
            return published;
        }
    }

    /** A release that was exported becomes that release again: same content, same id, so that what cites it finds it. */
    private <T> T restore(Archive archive, ImportTarget<T> target) {
        Manifest exported = archive.manifest();
        if (releases.ids().contains(exported.id())) {
            throw new ReleaseException("release " + exported.id() + " is in " + releases.data()
                    + " already; make it the current one: middletier releases use " + exported.id());
        }
        archive.verify(progress);
        try (NewRelease release = releases.begin()) {
            target.begin(progress);
            archive.copyReports(release.issuesCsv(), release.issuesJson());
            ImportTarget.Written written = target.write(archive.nodes(), archive.relationships(), release, progress);
            if (!written.checksum().equals(exported.contentChecksum())) {
                throw new ArchiveException("What stands in the tables of release " + exported.id()
                        + " has the checksum " + written.checksum() + ", and should have " + exported.contentChecksum()
                        + ": tables and description were changed alike. Export the release again.");
            }
            progress.accept("publishing");
            return target.publish(
                    release,
                    new Manifest(
                            exported.formatVersion(),
                            exported.id(),
                            exported.built(),
                            exported.softwareVersion(),
                            exported.extractDate(),
                            exported.firstDate(),
                            exported.sources(),
                            new Counts(
                                    written.counts().nodesByLabel(),
                                    written.counts().relationshipsByType()),
                            exported.issues(),
                            written.checksum(),
                            written.storeBytes()));
        }
    }

    /** The list of an earlier refusal would be taken for one of the release that stands there now. */
    private void forgetRefusal() {
        try {
            Files.deleteIfExists(releases.data().resolve(REFUSED_ISSUES));
        } catch (IOException e) {
            progress.accept("cannot remove " + releases.data().resolve(REFUSED_ISSUES) + ", which is out of date");
        }
    }

    private ImportRefused refusal(IssueLog log, NewRelease release, @Nullable String beyond, boolean allowErrors) {
        log.close();
        Path kept = releases.data().resolve(REFUSED_ISSUES);
        try {
            Files.move(release.issuesCsv(), kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ImportRefused.because(log, beyond, kept, allowErrors);
    }

    private static IssueCount count(Map.Entry<IssueCode, Long> entry) {
        IssueCode code = entry.getKey();
        return new IssueCount(code.name(), code.severity().name(), code.title(), entry.getValue());
    }

    private static List<SourceFile> sources(Map<Source, Long> rows) {
        return rows.entrySet().stream()
                .map(entry -> {
                    Source source = entry.getKey();
                    return new SourceFile(
                            source.name(),
                            source.kind().name(),
                            source.extractDate(),
                            source.sha256(),
                            entry.getValue(),
                            source.publisher(),
                            source.licence(),
                            source.madeUp(),
                            source.attribution());
                })
                .toList();
    }
}
