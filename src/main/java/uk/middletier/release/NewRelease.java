package uk.middletier.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A release being built, out of sight of servers until it is published. Closed without that, it leaves no trace. */
public final class NewRelease implements AutoCloseable {
    private static final DateTimeFormatter BUILT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int CHECKSUM_DIGITS = 8;
    private static final String REPORTS = "reports";

    private final Releases releases;
    private final Path folder;
    private final Lock lock;
    private boolean closed;

    NewRelease(Releases releases, Path folder, Lock lock) {
        this.releases = releases;
        this.folder = folder;
        this.lock = lock;
    }

    /** Where the graph store is to be written; not there yet. */
    public Path store() {
        return folder.resolve(Release.STORE);
    }

    /** Where the store's answers are to be written to what every server asks when it opens it. */
    public Path answers() {
        return folder.resolve(Release.ANSWERS);
    }

    /** Where the full report of issues is to be written. */
    public Path issuesCsv() {
        return folder.resolve(Release.ISSUES_CSV);
    }

    /** Where the issues, counted and sampled, are to be written. */
    public Path issuesJson() {
        return folder.resolve(Release.ISSUES_JSON);
    }

    /** Size of the store as it stands. */
    public long storeBytes() {
        try {
            return Disk.size(store());
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + store() + ": " + Disk.reason(e), e);
        }
    }

    /**
     * The id this release is to have, which no other has: {@code 20251122T053248Z-0a1b2c3d}. Ids are in the order of
     * building even if the clock is not: one that stands or was set back goes on from the second after the last.
     */
    public String idFor(Instant built, String contentChecksum) {
        Instant last = releases.ids().stream()
                .flatMap(id -> builtOf(id).stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Instant after = last.isBefore(built.truncatedTo(ChronoUnit.SECONDS)) ? built : last.plusSeconds(1);
        return BUILT.format(after) + "-" + contentChecksum.substring(0, CHECKSUM_DIGITS);
    }

    /** When an id says that it was built; folders of other names say nothing. */
    private static Optional<Instant> builtOf(String id) {
        try {
            return Optional.of(BUILT.parse(id.substring(0, Math.max(0, id.indexOf('-'))), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes it the current release: writes the manifest and the checksums of all files, forces everything to the disk, gives the folder its name and
     * flips the pointer. The store must be closed.
     *
     * @param manifest with an id from {@link #idFor}
     */
    public Release publish(Manifest manifest) {
        if (closed) {
            throw new IllegalStateException("published or given up already");
        }
        Path target = releases.path(manifest.id());
        try {
            ManifestFile.write(folder, manifest);
            Checksums.write(folder);
            Disk.syncTree(folder);
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
            Path parent = target.getParent();
            if (parent != null) {
                Disk.syncFolder(parent);
            }
        } catch (IOException e) {
            throw Releases.cannotWrite(target, e);
        }
        try {
            releases.point(manifest.id());
        } catch (ReleaseException e) {
            // Not current, it would only take room, which may be what is lacking.
            hide(target);
            throw e;
        }
        close();
        return new Release(target, manifest);
    }

    /**
     * Ends the import of a release whose graph stands elsewhere: only the reports of its issues stay, in a folder of its
     * id beside the releases.
     *
     * @return the full report
     */
    public Path publishReports(Manifest manifest) {
        Path target = releases.data()
                .resolve(REPORTS)
                .resolve(releases.path(manifest.id()).getFileName());
        try {
            Files.createDirectories(target);
            for (Path report : List.of(issuesCsv(), issuesJson())) {
                if (Files.exists(report)) {
                    Files.move(report, target.resolve(report.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw Releases.cannotWrite(target, e);
        }
        close();
        return target.resolve(Release.ISSUES_CSV);
    }

    /** Takes back the name, so that closing removes the folder, and killed half-way it does not look like a release. */
    private void hide(Path target) {
        try {
            Files.move(target, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // It stays as a release that can be used or pruned.
        }
    }

    /** Ends the import; what was not published is removed. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            Disk.delete(folder);
        } catch (IOException e) {
            // The next import clears it away.
        } finally {
            lock.close();
        }
    }
}
