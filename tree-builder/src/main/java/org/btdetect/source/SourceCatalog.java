package org.btdetect.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The source sets that are known by name, and the packages that they are made of: data, read from a resource.
 *
 * @param series the names of the series
 * @param packages the packages of every set, one for each component
 * @param clients the packages of programs that use the stack; a suite may lack some
 * @param maven the archives of sources of programs in Java, the same for every set
 * @param defaultSet the set that is meant where none is named
 * @param sets all sets, oldest first
 */
public record SourceCatalog(
        NovaSeries series,
        List<PackageRequest> packages,
        List<PackageRequest> clients,
        List<MavenRequest> maven,
        SetDefinition defaultSet,
        List<SetDefinition> sets) {
    private static final String RESOURCE = "/org/btdetect/sources/source-sets.json";

    public SourceCatalog {
        packages = List.copyOf(packages);
        clients = List.copyOf(clients);
        maven = List.copyOf(maven);
        sets = List.copyOf(sets);
    }

    /** The catalog that this program ships. */
    public static SourceCatalog load() {
        try (InputStream in = SourceCatalog.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            return parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceCatalog parse(InputStream in) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        Data data = mapper.readValue(in, Data.class);
        List<PackageRequest> packages =
                data.packages().stream().map(PackageData::request).toList();
        List<PackageRequest> clients =
                data.clients().stream().map(PackageData::request).toList();
        List<MavenRequest> maven = data.maven().stream().map(MavenData::request).toList();
        SetDefinition defaultSet = data.sets().stream()
                .filter(set -> set.name().equals(data.defaultSet()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown default set " + data.defaultSet()));
        return new SourceCatalog(new NovaSeries(data.series()), packages, clients, maven, defaultSet, data.sets());
    }

    /**
     * The set that a user means by its series' name, date or Nova's major version, or by its suite: {@code zed},
     * {@code 2022.2}, {@code 26}, {@code bookworm}.
     *
     * @throws SourceException of usage, naming the known sets, where there is none
     */
    public SetDefinition find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return sets.stream()
                .filter(set -> aliases(set).contains(wanted))
                .findFirst()
                .orElseThrow(() -> SourceException.usage("no source set is called '" + name + "'; there are: "
                        + sets.stream().map(SetDefinition::name).collect(Collectors.joining(", "))));
    }

    /** Every name that a set answers to, its own first. */
    public List<String> aliases(SetDefinition set) {
        int index = seriesIndex(set);
        return List.of(
                set.name(),
                series.date(index),
                String.valueOf(series.major(index)),
                set.suites().get(0));
    }

    int seriesIndex(SetDefinition set) {
        return series.indexOfName(set.name())
                .orElseThrow(() -> new IllegalStateException("set " + set.name() + " is named after no series"));
    }

    private record Data(
            List<String> series,
            List<PackageData> packages,
            List<PackageData> clients,
            List<MavenData> maven,

            @com.fasterxml.jackson.annotation.JsonProperty("default")
            String defaultSet,

            List<SetDefinition> sets) {}

    private record MavenData(String component, String group, String artifact, String version) {
        MavenRequest request() {
            return new MavenRequest(ComponentKind.ofId(component), group, artifact, version);
        }
    }

    private record PackageData(String component, String name, String form) {
        PackageRequest request() {
            return new PackageRequest(
                    ComponentKind.ofId(component), name, PackageRequest.Form.valueOf(form.toUpperCase(Locale.ROOT)));
        }
    }
}
