package uk.middletier.config;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.List;

/** Addresses and networks of proxies that are believed whom they ask for. */
public record Proxies(List<IPAddress> networks) {
    /** Nobody. */
    public static final Proxies NONE = new Proxies(List.of());

    static Proxies parse(String text, String from) {
        if (text.strip().equals("none")) {
            return NONE;
        }
        List<IPAddress> networks = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            IPAddress network = new IPAddressString(part.strip()).getAddress();
            if (network == null || part.isBlank()) {
                throw new SettingsException(from + " has \"" + part.strip()
                        + "\"; it takes none, or addresses and networks with commas between them:"
                        + " 127.0.0.1,10.0.0.0/8,fd00::/8");
            }
            networks.add(network.toPrefixBlock());
        }
        return new Proxies(List.copyOf(networks));
    }

    /** Whether the address is one of theirs. */
    public boolean trusts(IPAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
