package uk.middletier.graph;

import static java.util.Map.entry;
import static org.neo4j.configuration.GraphDatabaseInternalSettings.cypher_ip_blocklist;
import static org.neo4j.configuration.GraphDatabaseInternalSettings.dump_diagnostics;
import static org.neo4j.configuration.GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period;
import static org.neo4j.configuration.GraphDatabaseInternalSettings.netty_server_shutdown_timeout;
import static org.neo4j.configuration.GraphDatabaseInternalSettings.vm_pause_monitor_enabled;
import static org.neo4j.configuration.GraphDatabaseSettings.allow_file_urls;
import static org.neo4j.configuration.GraphDatabaseSettings.debug_log_enabled;
import static org.neo4j.configuration.GraphDatabaseSettings.filewatcher_enabled;
import static org.neo4j.configuration.GraphDatabaseSettings.index_background_sampling_enabled;
import static org.neo4j.configuration.GraphDatabaseSettings.keep_logical_logs;
import static org.neo4j.configuration.GraphDatabaseSettings.log_queries;
import static org.neo4j.configuration.GraphDatabaseSettings.logical_log_rotation_threshold;
import static org.neo4j.configuration.GraphDatabaseSettings.memory_transaction_database_max_size;
import static org.neo4j.configuration.GraphDatabaseSettings.memory_transaction_global_max_size;
import static org.neo4j.configuration.GraphDatabaseSettings.memory_transaction_max_size;
import static org.neo4j.configuration.GraphDatabaseSettings.neo4j_home;
import static org.neo4j.configuration.GraphDatabaseSettings.pagecache_memory;
import static org.neo4j.configuration.GraphDatabaseSettings.pagecache_warmup_enabled;
import static org.neo4j.configuration.GraphDatabaseSettings.preallocate_logical_logs;
import static org.neo4j.configuration.GraphDatabaseSettings.preallocate_store_files;
import static org.neo4j.configuration.GraphDatabaseSettings.procedure_unrestricted;
import static org.neo4j.configuration.GraphDatabaseSettings.read_only_database_default;
import static org.neo4j.configuration.GraphDatabaseSettings.shutdown_transaction_end_timeout;
import static org.neo4j.configuration.GraphDatabaseSettings.transaction_monitor_check_interval;
import static org.neo4j.configuration.GraphDatabaseSettings.udc_enabled;

import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.GraphDatabaseSettings.LogQueryLevel;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.graphdb.config.Setting;

/** Settings of the embedded database: one set to read a release with, one to write it with. */
final class StoreSettings {
    static final String DATABASE = GraphDatabaseSettings.DEFAULT_DATABASE_NAME;

    private static final long MEBIBYTE = 1024L * 1024;

    private StoreSettings() {}

    static Map<Setting<?>, Object> forReading(Path store, StoreOptions options) {
        Map<Setting<?>, Object> settings = common(store, options);
        settings.put(read_only_database_default, true);
        settings.put(memory_transaction_max_size, options.readMemoryBytes());
        settings.put(memory_transaction_database_max_size, options.allReadsMemoryBytes());
        settings.put(memory_transaction_global_max_size, options.allReadsMemoryBytes());
        // The default of two seconds would let every time limit overrun by as much.
        settings.put(transaction_monitor_check_interval, Duration.ofMillis(200));
        settings.put(shutdown_transaction_end_timeout, Duration.ofSeconds(2));
        return settings;
    }

    /** What is to be set besides, so that clients may come over Bolt. */
    static Map<Setting<?>, Object> forBolt(BoltOptions options) {
        Duration shutdown = Duration.ofSeconds(2);
        return Map.ofEntries(
                entry(BoltConnector.enabled, true),
                entry(
                        BoltConnector.listen_address,
                        new SocketAddress(InetAddress.getLoopbackAddress().getHostAddress(), 0)),
                entry(BoltConnector.advertised_address, new SocketAddress("localhost", options.advertisedPort())),
                // A second connector, for clients within the process.
                entry(BoltConnectorInternalSettings.enable_local_connector, false),
                entry(BoltConnector.thread_pool_min_size, options.threads()),
                entry(BoltConnector.thread_pool_max_size, options.threads()),
                entry(BoltConnectorInternalSettings.unsupported_thread_pool_queue_size, options.queue()),
                // By default a transaction keeps its thread while its client thinks, and a few idle ones would keep out
                // all others.
                entry(BoltConnectorInternalSettings.transaction_thread_binding, false),
                // By default a store with an open connection takes from ten seconds to minutes to close.
                entry(netty_server_shutdown_quiet_period, 0),
                entry(netty_server_shutdown_timeout, shutdown),
                entry(BoltConnectorInternalSettings.connection_shutdown_wait_time, shutdown),
                entry(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, shutdown));
    }

    static Map<Setting<?>, Object> forWriting(Path store, StoreOptions options) {
        Map<Setting<?>, Object> settings = common(store, options);
        settings.put(read_only_database_default, false);
        // Index population is not a read; it may take what it needs.
        settings.put(memory_transaction_max_size, 0L);
        settings.put(memory_transaction_database_max_size, 0L);
        settings.put(memory_transaction_global_max_size, 0L);
        return settings;
    }

    private static Map<Setting<?>, Object> common(Path store, StoreOptions options) {
        Neo4jVersion.tell();
        return new HashMap<>(Map.ofEntries(
                entry(neo4j_home, store.toAbsolutePath()),
                entry(pagecache_memory, options.pageCacheBytes()),
                // A store is reached through this process or not at all, and nothing is sent anywhere.
                entry(BoltConnector.enabled, false),
                entry(HttpConnector.enabled, false),
                entry(HttpsConnector.enabled, false),
                entry(udc_enabled, false),
                // LOAD CSV counts as a read: without these it reads the machine's files and its network.
                entry(allow_file_urls, false),
                entry(cypher_ip_blocklist, List.of(new IPAddressString("0.0.0.0/0"), new IPAddressString("::/0"))),
                entry(procedure_unrestricted, List.of()),
                // A release is copied and kept: no room set aside for transactions that never come.
                entry(preallocate_logical_logs, false),
                entry(preallocate_store_files, false),
                entry(logical_log_rotation_threshold, MEBIBYTE),
                entry(keep_logical_logs, "keep_none"),
                // The store says nothing on its own; what matters comes as an exception.
                entry(debug_log_enabled, false),
                entry(log_queries, LogQueryLevel.OFF),
                entry(dump_diagnostics, false),
                entry(vm_pause_monitor_enabled, false),
                entry(filewatcher_enabled, false),
                entry(index_background_sampling_enabled, false),
                entry(pagecache_warmup_enabled, false)));
    }
}
