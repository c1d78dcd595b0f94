package uk.middletier.download;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A file that is there now.
 *
 * @param day of the extract, as its name has it
 * @param sha256 lower-case hex
 * @param unchanged whether it was there before
 */
public record Downloaded(Path file, LocalDate day, long bytes, String sha256, URI from, boolean unchanged) {}
