package uk.middletier.example;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All examples, and how to have them written. Equal seeds give equal bytes. */
public final class Examples {
    private static final List<ExampleSystem> SYSTEMS = List.of(
            new CentralSouthWalesChallenge(),
            new LeadAndEmergingSchools(),
            new SenConsortia(),
            new InnerCityPartnership(),
            new RuralCountyAlliances(),
            new RuralCountyCompetition(),
            new CityChallenge(),
            new LeadersAndTeachingSchools(),
            new ProgrammesPast(),
            new SharedBusinessManagers(),
            new UmbrellaTrusts(),
            new FederationTypes());

    private Examples() {}

    /** What there is, in the order of the documents. */
    public static List<Example> list() {
        return SYSTEMS.stream().map(ExampleSystem::describe).toList();
    }

    /** Their names, in that order. */
    public static List<String> names() {
        return list().stream().map(Example::name).toList();
    }

    /**
     * Writes one into a folder of its name, made when missing; files of the same names are replaced.
     *
     * @param parent folder to make that folder in
     * @return the files written
     * @throws IllegalArgumentException there is no example of that name
     */
    public static List<Path> write(String name, Path parent, long seed) throws IOException {
        ExampleSystem system = SYSTEMS.stream()
                .filter(candidate -> candidate.describe().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no example is called '" + name + "'; there are " + String.join(", ", names()) + " and all"));
        Example example = system.describe();
        Draft draft = new Draft(example, seed);
        system.fill(draft);
        return new Folder(example, draft, parent.resolve(example.name())).write();
    }
}
