package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.example.Examples;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;

/**
 * Files harmed by chance: each loads, with what was wrong with it among the issues, or is refused with a sentence that
 * names it. {@code -Dmiddletier.mutants=2000} for a long night, some of which then go through the whole import; {@code
 * -Dmiddletier.seed} for the same again.
 */
class MutatedFilesTest {
    private static final int MUTANTS = Integer.getInteger("middletier.mutants", 120);

    private static final List<Mutation> MUTATIONS = List.of(Mutation.values());

    /** With so many, real files are harmed too, and one in {@link #ONE_STORED} becomes a store. */
    private static final int LONG_NIGHT = 1_000;

    private static final int ONE_STORED = 100;
    private static final int ROWS_OF_REAL_FILES = 60;
    /** Of a mutant; a store takes longer. */
    private static final long PATIENCE_SECONDS = 60;

    private static final long PATIENCE_STORED_SECONDS = 300;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** A file, what was done to it, and what came of it. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Mutant(int number, Path file, String harm, byte[] bytes) {
        @Override
        public String toString() {
            return "mutant " + number + ", " + harm + " of " + file.getFileName();
        }
    }

    @Test
    void harmedFilesLoadWithTheirIssuesOrAreRefusedByName() throws Exception {
        long seed = Long.getLong("middletier.seed", System.nanoTime());
        System.out.println("seed " + seed + " (-Dmiddletier.seed), mutants " + MUTANTS + " (-Dmiddletier.mutants)");
        Path base = Files.createDirectories(folder.resolve("base"));
        write(base);
        List<Path> files = listed(base);
        List<Path> given = given(base);
        assertThat(MutatedImport.of(given)).isEqualTo(new MutatedImport.Outcome("loads", null));

        Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            for (int number = 0; number < MUTANTS; number++) {
                Mutant mutant = mutant(seed, number, files);
                byte[] whole = Files.readAllBytes(mutant.file());
                Files.write(mutant.file(), mutant.bytes());
                boolean stored = MUTANTS >= LONG_NIGHT && number % ONE_STORED == ONE_STORED - 1;
                try {
                    MutatedImport.Outcome outcome = reader.submit(() -> stored
                                    ? MutatedImport.throughTheStore(given, folder.resolve("data"))
                                    : MutatedImport.of(given))
                            .get(stored ? PATIENCE_STORED_SECONDS : PATIENCE_SECONDS, TimeUnit.SECONDS);
                    outcomes.computeIfAbsent(mutant.harm().split(" ", 2)[0], none -> new TreeMap<>())
                            .merge(outcome.word(), 1, Integer::sum);
                    note(faults, mutant, outcome.fault());
                } catch (TimeoutException | ExecutionException e) {
                    note(faults, mutant, e.toString());
                    if (e instanceof TimeoutException) {
                        break;
                    }
                } finally {
                    Files.write(mutant.file(), whole);
                }
            }
        } finally {
            reader.shutdownNow();
        }
        if (MUTANTS >= LONG_NIGHT) {
            outcomes.forEach((harm, words) -> System.out.println("  " + harm + " " + words));
        }
        Map<String, Integer> all = new TreeMap<>();
        outcomes.values().forEach(words -> words.forEach((word, count) -> all.merge(word, count, Integer::sum)));
        System.out.println("mutants by what came of them: " + all);
        assertThat(faults).as("seed " + seed).isEmpty();
        assertThat(all.keySet()).as("some load and some are refused").hasSizeGreaterThan(1);
    }

    private static void note(List<String> faults, Mutant mutant, @Nullable String fault) {
        if (fault != null) {
            System.out.println(mutant + ": " + fault);
            faults.add(mutant + ": " + fault);
        }
    }

    private static Mutant mutant(long seed, int number, List<Path> files) throws IOException {
        Random random = new Random(seed * 1_000_003 + number);
        random.nextLong();
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        if (random.nextInt(30) == 0) {
            Path other = files.get(random.nextInt(files.size()));
            return new Mutant(number, file, "ANOTHER_FILE (" + other.getFileName() + ")", Files.readAllBytes(other));
        }
        StringBuilder harm = new StringBuilder();
        for (int i = random.nextInt(4) == 0 ? 1 : 0; i >= 0 && (harm.length() == 0 || bytes.length > 0); i--) {
            Mutation mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
            harm.append(harm.length() == 0 ? "" : " and ").append(mutation);
            bytes = mutation.of(bytes, random);
        }
        return new Mutant(number, file, harm.toString(), bytes);
    }

    /** Two small authorities, an example as an overlay, and of real files, if there are any, the first rows. */
    private static void write(Path base) throws IOException {
        new Generator(new GenerateOptions(1, 0.3, Set.of("201", "202"), LocalDate.of(2025, 1, 6))).writeTo(base);
        Examples.write("lepp-pairs", base, 1);
        Path real = Path.of(System.getProperty("middletier.realData", "none"));
        if (MUTANTS < LONG_NIGHT || !Files.isDirectory(real)) {
            return;
        }
        Path shortened = Files.createDirectories(base.resolve("real"));
        for (Path file : listed(real)) {
            String name = file.getFileName().toString();
            if ((name.endsWith(".csv") && !name.contains("edubasealldata")) || name.endsWith(".tsv")) {
                try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    Files.write(
                            shortened.resolve(name),
                            lines.limit(ROWS_OF_REAL_FILES).toList(),
                            StandardCharsets.ISO_8859_1);
                }
            }
        }
    }

    /** Each register's file by its own name, so that none is passed over as unknown; overlays as folders. */
    private static List<Path> given(Path base) throws IOException {
        try (Stream<Path> list = Files.list(base)) {
            return list.sorted().toList();
        }
    }

    private static List<Path> listed(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
