package uk.middletier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may know whom. What is not listed is forbidden. */
class ArchitectureTest {
    private static final String ROOT = "uk.middletier";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** The packages, in the order in which data flows through them. */
    enum Room {
        MODEL(),
        CONFIG(),
        SIGHT(),
        ISSUE(MODEL),
        DATASET(MODEL, ISSUE),
        GENERATE(MODEL, DATASET),
        EXAMPLE(MODEL, DATASET, GENERATE),
        CYPHER(MODEL),
        GRAPH(MODEL, CYPHER),
        BUILD(MODEL, ISSUE, DATASET, CYPHER, GRAPH),
        RELEASE(MODEL, ISSUE, CYPHER, GRAPH),
        DOWNLOAD(DATASET, RELEASE),
        ARCHIVE(MODEL, CYPHER, GRAPH, RELEASE),
        EVIDENCE(MODEL, CYPHER, GRAPH),
        TIMELINE(MODEL, CYPHER, GRAPH),
        MEASURE(MODEL, TIMELINE),
        DRAWING(MODEL, TIMELINE),
        QUERY(MODEL, CYPHER, GRAPH),
        EXPORT(MODEL, GRAPH),
        HTTP(MODEL, SIGHT, CYPHER, GRAPH, RELEASE, EVIDENCE, TIMELINE, MEASURE, DRAWING, QUERY, EXPORT),
        APP(
                MODEL, CONFIG, SIGHT, ISSUE, DATASET, GENERATE, EXAMPLE, CYPHER, GRAPH, BUILD, RELEASE, DOWNLOAD,
                ARCHIVE, EVIDENCE, TIMELINE, MEASURE, DRAWING, QUERY, EXPORT, HTTP);

        @SuppressWarnings("ImmutableEnumChecker")
        private final Set<Room> mayImport;

        Room(Room... mayImport) {
            this.mayImport = Set.of(mayImport);
        }

        String packageName() {
            return ROOT + "." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void packageImportsOnlyWhatItMay(Room room) {
        String[] allowed = Stream.concat(Stream.of(room), room.mayImport.stream())
                .map(Room::packageName)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(room.packageName())
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "lie outside the product or in " + Arrays.toString(allowed),
                        (JavaClass type) -> !type.getPackageName().startsWith(ROOT)
                                || Arrays.asList(allowed).contains(type.getPackageName())))
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void everyPackageIsListed() {
        Set<String> listed = Arrays.stream(Room.values()).map(Room::packageName).collect(Collectors.toSet());
        listed.add(ROOT);
        Set<String> there =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isSubsetOf(listed);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyOneRoomOpensEachLibrary() {
        fence("picocli..", Room.APP);
        fence("org.neo4j.cypherdsl..", Room.CYPHER);
        fence("io.javalin..", Room.HTTP);
        fence("org.eclipse.jetty..", Room.HTTP);
        fence("java.net.http..", Room.DOWNLOAD, Room.APP);
        fence("org.locationtech.proj4j..", Room.DATASET);
        fence("ch.qos.logback..", Room.APP);
        fence("io.github.bucket4j..", Room.HTTP);
        fence("inet.ipaddr..", Room.CONFIG, Room.GRAPH, Room.HTTP, Room.APP);
        fence("io.micrometer..", Room.SIGHT);
        fence("io.prometheus..", Room.SIGHT);
        fence("com.fasterxml.jackson.dataformat.cbor..", Room.GRAPH);
        fence("nl.cwts..", Room.MEASURE);
        fence("org.jgrapht..", Room.MEASURE);
        fence("de.siegmar.fastcsv..", Room.DATASET, Room.GENERATE, Room.EXAMPLE, Room.ISSUE, Room.EXPORT, Room.ARCHIVE);
        noClasses()
                .that()
                .resideOutsideOfPackages(Room.GRAPH.packageName(), Room.CYPHER.packageName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.neo4j..")
                .check(CLASSES);
    }

    /** So that nothing served depends on it, and a clock that is set while a server runs changes no answer and no limit. */
    @Test
    void onlyImportsAndDownloadsReadTheClockOnTheWall() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Room.APP.packageName(), Room.DOWNLOAD.packageName())
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "reads it",
                        call -> (call.getName().equals("now")
                                        && call.getTargetOwner()
                                                .getPackageName()
                                                .equals("java.time"))
                                || (call.getName().equals("currentTimeMillis")
                                        && call.getTargetOwner().isEquivalentTo(System.class))))
                .check(CLASSES);
        assertThat(CLASSES.get("uk.middletier.app.DownloadCommand").getMethodCallsFromSelf())
                .as("what such a call looks like")
                .anyMatch(call -> call.getName().equals("now")
                        && call.getTargetOwner().getPackageName().equals("java.time"));
    }

    private static void fence(String library, Room... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        Arrays.stream(rooms).map(Room::packageName).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }
}
